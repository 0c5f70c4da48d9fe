package org.lethe.gdpr.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.ledger.FakeLedger;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.subject.Digests;
import org.lethe.gdpr.subject.Ids;

class ReceiptsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    private final SigningKeys keys = TestKeys.generate();
    private final Receipts receipts =
            new Receipts(TestKeys.signer(keys), new FakeLedger(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final VisitId visit = Ids.visit();
    private final Receipt receipt = receipt(Digests.of(visit));

    @Test
    void signsWhatThePublishedKeysVerify() {
        var signed = receipts.sign(receipt);

        assertThat(Jws.parse(signed.jws()).verifies(keys.publicKeys())).isTrue();
    }

    @Test
    void saysWhatWasDestroyedAndWhoAnswered() throws IOException {
        JsonNode claims = claims(receipts.sign(receipt).jws());

        assertThat(claims.path("iss").asText()).isEqualTo("lethe.example");
        assertThat(claims.path("jti").asText()).isEqualTo(receipt.id().value());
        assertThat(claims.path("destroyed").path("visit").asInt()).isEqualTo(1);
        assertThat(claims.path("scopes").path(0).asText()).isEqualTo(Digests.of(visit).hex());
        assertThat(claims.path("acknowledged").path("file-relay-service").path("files").asInt())
                .isEqualTo(2);
        assertThat(claims.path("unanswered").path(0).asText()).isEqualTo("mail-dispatch-service");
        assertThat(claims.path("statements")).hasSize(Receipt.STATEMENTS.size());
        assertThat(claims.path("effective").asText()).isEqualTo(NOW.toString());
    }

    @Test
    void holdsNoIdOfAScope() throws IOException {
        String claims = claims(receipts.sign(receipt).jws()).toString();

        assertThat(claims).doesNotContain(visit.value());
    }

    @Test
    void givesTheScopesBackToWhoVerifies() {
        var signed = receipts.sign(receipt);

        assertThat(receipts.scopes(signed)).containsExactly(Digests.of(visit));
    }

    private static JsonNode claims(String jws) throws IOException {
        return WireFormat.mapper().readTree(Jws.parse(jws).claims());
    }

    private static Receipt receipt(Digest scope) {
        var id = new RequestId(UUID.randomUUID().toString());
        return new Receipt(
                id.receipt(ACME),
                ACME,
                id.digest(ACME),
                NOW,
                NOW,
                NOW,
                Map.of(ScopeKind.VISIT, 1),
                List.of(scope),
                Map.of(ServiceName.FILE_RELAY_SERVICE, Map.of(RemainsKind.FILES, 2)),
                List.of(ServiceName.MAIL_DISPATCH_SERVICE));
    }
}
