package org.lethe.gdpr.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.lethe.gdpr.it.OpenDsr.PETRA;
import static org.lethe.gdpr.it.Subjects.ACME;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatReceiptId;
import org.lethe.gdpr.it.Subjects.Subject;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.runtime.fixture.EveryOperation;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

/** Every operation answers as the document says. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class AnswersIT extends EveryOperation {

    @Inject Subjects subjects;
    @Inject RequestStore requests;
    @Inject TokenIssuer tokens;
    @Inject IssuedReceipts receipts;

    private final String id = OpenDsr.newId();

    @Test
    void ofWhatEverybodyMayKnow() {
        given().get("/discovery").then().statusCode(200);
        given().get("/v1/data-map").then().statusCode(200).contentType("application/json");
        given().accept("application/ld+json")
                .get("/v1/data-map")
                .then()
                .statusCode(200)
                .contentType("application/ld+json");
        given().get("/v1/subjects/export.schema.json").then().statusCode(200);
        given().get("/.well-known/jwks.json").then().statusCode(200);
        given().get("/.well-known/opendsr-certificate.pem").then().statusCode(200);
        given().header("Origin", "https://elsewhere.example")
                .get("/v1/data-map")
                .then()
                .statusCode(403);
    }

    @Test
    void ofTheReceiptOfAChat() {
        String ended = ChatReceiptId.of(subjects.afterItsEnd(ACME, 2)).value();

        given().get("/v1/receipts/chats/" + ended).then().statusCode(200);
        given().get("/v1/receipts/chats/r07-0123456789abcdefghjkmnpqrs").then().statusCode(404);
        given().get("/v1/receipts/chats/r-nonsense").then().statusCode(404);
    }

    @Test
    void ofTheProofsOfTheLedger() {
        receipts.of(ACME, Ids.visit());
        given().get("/v1/ledger/heads?limit=5").then().statusCode(200);
        given().get("/v1/ledger/heads?limit=0").then().statusCode(400);
        given().get("/v1/ledger/heads/latest").then().statusCode(200);
        given().get("/v1/ledger/proof/inclusion?entry=0&size=1").then().statusCode(200);
        given().get("/v1/ledger/proof/inclusion?entry=1&size=1").then().statusCode(404);
        given().get("/v1/ledger/proof/inclusion?entry=0&size=1000000000").then().statusCode(404);
        given().get("/v1/ledger/proof/inclusion?entry=0").then().statusCode(400);
        given().get("/v1/ledger/proof/consistency?from=0&to=1").then().statusCode(200);
        given().get("/v1/ledger/proof/consistency?from=1&to=0").then().statusCode(404);
        given().get("/v1/ledger/proof/consistency?from=-1&to=0").then().statusCode(400);
    }

    @Test
    void ofARequestThatWaitsForASecondPerson() {
        Subject subject = subjects.inAChat(ACME);
        given().auth()
                .oauth2(TestTokens.of("sara@lethe.example"))
                .header("Lethe-Account", "acme")
                .contentType(ContentType.JSON)
                .body(OpenDsr.request(id, "access", subject))
                .post("/requests")
                .then()
                .statusCode(201);
        petra().get("/v1/requests/waiting").then().statusCode(200).body("requests.id", hasItem(id));
        petra().get("/v1/requests/" + id + "/confirmation").then().statusCode(200);
        petra().post("/v1/requests/" + id + "/confirmation").then().statusCode(200);
        petra().get("/v1/requests/" + id + "/confirmation").then().statusCode(409);
        petra().post("/v1/requests/" + id + "/confirmation").then().statusCode(409);
        petra().post("/v1/requests/none/confirmation").then().statusCode(404);
    }

    @Test
    void ofAnAccessRequest() {
        Subject subject = subjects.inAChat(ACME);
        OpenDsr.submit(PETRA, OpenDsr.request(id, "access", subject)).then().statusCode(201);
        OpenDsr.status(PETRA, id).then().statusCode(200);
        petra().get("/requests/" + id + "/results").then().statusCode(200);
        petra().delete("/requests/" + id + "/results").then().statusCode(204);
        petra().delete("/requests/" + id + "/results").then().statusCode(204);
        petra().get("/requests/" + id + "/results").then().statusCode(404);
        petra().delete("/requests/" + OpenDsr.newId() + "/results").then().statusCode(404);
        petra().body("{\"visits\":[\"" + subject.visit().value() + "\"]}")
                .post("/v1/subjects/access")
                .then()
                .statusCode(200);
        petra().body("{\"visits\":[null]}").post("/v1/subjects/access").then().statusCode(400);
        petra().body("{\"emails\":[\"a.example\"]}")
                .post("/v1/subjects/access")
                .then()
                .statusCode(400)
                .body("error.errors[0].selectors", hasItem("emails"));
    }

    @Test
    void ofHowSubjectsAreFound() {
        String visits =
                "[\"%s\",\"%s\"]"
                        .formatted(
                                subjects.inAChat(ACME).visit().value(),
                                subjects.inAChat(ACME).visit().value());
        String named = "{\"visits\":" + visits + "}";
        String request = OpenDsr.named(id, "erasure", "", "\"visits\":" + visits);

        petra().body(named)
                .post("/v1/subjects/find")
                .then()
                .statusCode(200)
                .body("subjects", equalTo(2));
        petra().body("{}").post("/v1/subjects/find").then().statusCode(400);
        petra().body(named).post("/v1/subjects/access").then().statusCode(409);
        OpenDsr.submit(PETRA, request)
                .then()
                .statusCode(409)
                .body("code", equalTo("confirmation-required"))
                .body("subjects", equalTo(2));
    }

    @Test
    void ofAnErasureThatFindsNothing() {
        Subject other = subjects.inAChat(ACME);
        Subject nobody = new Subject(ACME, Ids.visit(), other.chat(), other.letter());
        OpenDsr.submit(PETRA, OpenDsr.request(id, "erasure", nobody)).then().statusCode(201);
        String receipt = OpenDsr.status(PETRA, id).path("extensions.'lethe.example'.receipt");

        assertThat(receipt).isNull();
        petra().get("/v1/receipts/" + receipts.of(ACME, Ids.visit())).then().statusCode(200);
        petra().get("/v1/receipts/r-nonsense").then().statusCode(404);
        petra().get("/v1/ledger?limit=200").then().statusCode(200);
        petra().get("/v1/ledger?limit=0").then().statusCode(400);
        petra().get("/v1/audit?limit=200").then().statusCode(200);
        petra().get("/v1/audit?limit=0").then().statusCode(400);
        petra().delete("/requests/" + id).then().statusCode(409);
        OpenDsr.submit(PETRA, OpenDsr.request(id, "access", other)).then().statusCode(409);
    }

    @Test
    void ofARequestThatIsRefusedOrWithdrawn() {
        OpenDsr.submit(PETRA, "{\"regulation\":\"none\"}").then().statusCode(400);
        OpenDsr.submit(PETRA, " ".repeat(70_000)).then().statusCode(413);
        requests.receive(
                new SubjectRequest(
                        requests.scopeOf(ACME, new RequestId(id)),
                        ACME,
                        new RequestId(id),
                        RequestType.ERASURE,
                        Selectors.ofIds(Set.of(Ids.visit()), Set.of(), Set.of()),
                        List.of(),
                        Instant.now(),
                        new Progress.Received()));

        petra().delete("/requests/" + id).then().statusCode(202);
        petra().delete("/requests/" + id).then().statusCode(404);
    }

    @Test
    void ofAVisitor() {
        Subject subject = subjects.inAChat(ACME);
        String visitor = tokens.visitToken(ACME, subject.visit()).value();
        given().auth().oauth2(visitor).get("/v1/me").then().statusCode(200);
        given().auth().oauth2(visitor).delete("/v1/me").then().statusCode(202);
        given().auth().oauth2(TestTokens.of(PETRA)).get("/v1/me").then().statusCode(404);
    }

    private static RequestSpecification petra() {
        return given().auth().oauth2(TestTokens.of(PETRA)).contentType(ContentType.JSON);
    }
}
