package org.lethe.gdpr.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.it.OpenDsr.PETRA;
import static org.lethe.gdpr.it.Subjects.ACME;
import static org.lethe.gdpr.it.Subjects.GLOBEX;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.tree.ConsistencyProof;
import org.lethe.contracts.tree.InclusionProof;
import org.lethe.contracts.tree.TreeHash;
import org.lethe.contracts.tree.TreeHead;
import org.lethe.gdpr.receipt.Jws;
import org.lethe.gdpr.subject.Ids;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

/** What is published and delivered is enough to verify receipts and history without the service. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class ProofIT {

    @Inject IssuedReceipts receipts;

    @Test
    void deliversAReceiptWithItsPlaceInTheSignedTree() {
        receipts.of(GLOBEX, Ids.visit());
        String id = receipts.of(ACME, Ids.visit());
        receipts.of(GLOBEX, Ids.visit());

        JsonPath receipt =
                given().auth()
                        .oauth2(TestTokens.of(PETRA))
                        .get("/v1/receipts/" + id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        String record = receipt.getString("position.record");
        TreeHead head = verified(receipt.getString("position.head"));

        assertThat(record).contains(id, receipt.getString("jws")).doesNotContain(GLOBEX.value());
        assertThat(inclusion(receipt, "position.").proves(leaf(record), head.root())).isTrue();
        assertThat(inclusion(receipt, "position.").proves(leaf(record + " "), head.root()))
                .isFalse();
    }

    @Test
    void provesThatTheLedgerHasOnlyGrownAndHasWhatTheAccountReads() {
        receipts.of(ACME, Ids.visit());
        TreeHead first = newest();
        receipts.of(ACME, Ids.visit());
        // Whoever fetches a receipt has a head published that covers it.
        given().auth()
                .oauth2(TestTokens.of(PETRA))
                .get("/v1/receipts/" + receipts.of(ACME, Ids.visit()))
                .then()
                .statusCode(200);
        TreeHead second = newest();

        assertThat(second.size()).isGreaterThan(first.size());
        JsonPath growth =
                given().get(
                                "/v1/ledger/proof/consistency?from={from}&to={to}",
                                first.size(),
                                second.size())
                        .jsonPath();
        assertThat(
                        new ConsistencyProof(
                                        first.size(),
                                        second.size(),
                                        growth.getList("path", String.class).stream()
                                                .map(Digest::new)
                                                .toList())
                                .proves(first.root(), second.root()))
                .isTrue();

        JsonPath ledger =
                given().auth()
                        .oauth2(TestTokens.of(PETRA))
                        .get("/v1/ledger?limit=1")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        JsonPath proof =
                given().get(
                                "/v1/ledger/proof/inclusion?entry={entry}&size={size}",
                                ledger.getLong("entries[0].index"),
                                second.size())
                        .jsonPath();
        assertThat(
                        inclusion(proof, "")
                                .proves(leaf(ledger.getString("entries[0].record")), second.root()))
                .isTrue();
    }

    private static TreeHead newest() {
        return verified(given().get("/v1/ledger/heads/latest").jsonPath().getString("jws"));
    }

    private static TreeHead verified(String head) {
        Jws jws = Jws.parse(head);
        assertThat(jws.verifies(given().get("/.well-known/jwks.json").asString())).isTrue();
        return TreeHead.ofClaims(jws.claims());
    }

    private static InclusionProof inclusion(JsonPath json, String at) {
        return new InclusionProof(
                json.getLong(at + "index"),
                json.getLong(at + "size"),
                json.getList(at + "path", String.class).stream().map(Digest::new).toList());
    }

    private static byte[] leaf(String record) {
        return TreeHash.leaf(record.getBytes(StandardCharsets.UTF_8));
    }
}
