package org.lethe.gdpr.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.lethe.gdpr.it.OpenDsr.PAUL;
import static org.lethe.gdpr.it.OpenDsr.PETRA;
import static org.lethe.gdpr.it.Subjects.ACME;
import static org.lethe.gdpr.it.Subjects.GLOBEX;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.ErasureEvent.ErasureAcknowledged;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.frame.BearerToken;
import org.lethe.contracts.id.ErasureId;
import org.lethe.gdpr.it.ControllerSystem.Calls;
import org.lethe.gdpr.it.Subjects.Subject;
import org.lethe.gdpr.processor.ForeignClient;
import org.lethe.gdpr.receipt.Jws;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.runtime.event.EventSender;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class ErasureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<ServiceName> SERVICES =
            EnumSet.complementOf(EnumSet.of(ServiceName.GDPR_SERVICE));

    @Inject Subjects subjects;
    @Inject RequestStore requests;
    @Inject EventSender events;
    @Inject TokenIssuer tokens;
    Calls calls = new Calls();
    private String id;
    private Subject subject;

    @BeforeEach
    void aVisitorInAChat() {
        id = OpenDsr.newId();
        subject = subjects.inAChat(ACME);
    }

    @Test
    void hasEffectWhenTheAnswerIsThere() {
        Response answer = OpenDsr.submit(PETRA, OpenDsr.request(id, "erasure", subject));

        answer.then()
                .statusCode(201)
                .header("X-OpenDSR-Processor-Domain", "lethe.example")
                .body("controller_id", equalTo("acme"))
                .body("subject_request_id", equalTo(id));
        assertThat(subject.scopes()).noneMatch(subjects::isHeld);
        assertThat(verifies(answer)).isTrue();
    }

    @Test
    void waitsForAServiceThatIsDown() {
        OpenDsr.submit(PETRA, OpenDsr.request(id, "erasure", subject));
        acknowledge(ServiceName.CHAT_SERVICE, ServiceName.PRESENCE_SERVICE);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        OpenDsr.status(PETRA, id)
                                .then()
                                .body("request_status", equalTo("in_progress"))
                                .body(
                                        "extensions.'lethe.example'.waiting_for",
                                        equalTo(
                                                List.of(
                                                        "mail-dispatch-service",
                                                        "file-relay-service"))));
    }

    @Test
    void givesASignedReceiptWhenAllHaveAnswered() {
        OpenDsr.submit(PETRA, OpenDsr.request(id, "erasure", subject, calls.url() + "/dsr"));
        acknowledge(SERVICES.toArray(ServiceName[]::new));
        String receipt = awaitReceipt();

        Response answer =
                given().auth().oauth2(TestTokens.of(PETRA)).get("/v1/receipts/" + receipt);
        answer.then()
                .statusCode(200)
                .body("destroyed.visit", equalTo(1))
                .body("destroyed.chat", equalTo(1))
                .body("destroyed.letter", equalTo(1));
        Jws jws = Jws.parse(answer.path("jws"));
        assertThat(jws.verifies(given().get("/.well-known/jwks.json").asString())).isTrue();
        assertThat(jws.claims())
                .contains("\"file-relay-service\":{\"files\":2}")
                .doesNotContain(subject.visit().value(), subject.chat().value());

        given().auth()
                .oauth2(TestTokens.of(PETRA))
                .get("/v1/ledger?limit=200")
                .then()
                .statusCode(200)
                .body("entries.fact.receipt", hasItem(receipt));
        await().atMost(PATIENCE).until(() -> calls.about(id).size() == 2);
        assertThat(calls.about(id))
                .extracting(call -> call.body().contains("\"request_status\":\"completed\""))
                .containsExactly(false, true);
        assertThat(calls.about(id))
                .allMatch(call ->
                        verifies(call.body().getBytes(StandardCharsets.UTF_8), call.signature()));
    }

    @Test
    void isTheSameRequestWhenRepeated() {
        String body = OpenDsr.request(id, "erasure", subject);
        OpenDsr.submit(PETRA, body).then().statusCode(201);
        OpenDsr.submit(PETRA, body).then().statusCode(201);
        OpenDsr.submit(PETRA, OpenDsr.request(id, "access", subject)).then().statusCode(409);
        acknowledge(SERVICES.toArray(ServiceName[]::new));
        String receipt = awaitReceipt();

        OpenDsr.submit(PETRA, body).then().statusCode(201);

        assertThat(awaitReceipt()).isEqualTo(receipt);
        given().auth()
                .oauth2(TestTokens.of(PETRA))
                .delete("/requests/" + id)
                .then()
                .statusCode(409);
    }

    @Test
    void findsNothingOfAnotherAccountAndDoesNotTell() {
        Subject foreign = subjects.inAChat(GLOBEX);
        String body = OpenDsr.request(id, "erasure", foreign);

        OpenDsr.submit(PETRA, body).then().statusCode(201);

        OpenDsr.status(PETRA, id)
                .then()
                .body("request_status", equalTo("completed"))
                .body("results_count", equalTo(0));
        assertThat(foreign.scopes()).allMatch(subjects::isHeld);
        OpenDsr.status(PAUL, id).then().statusCode(404);
    }

    @Test
    void isTakenUpWhereItWasLeft() {
        subjects.inAChat(ACME);
        var requestId = new RequestId(id);
        var left =
                new SubjectRequest(
                        requests.scopeOf(ACME, requestId),
                        ACME,
                        requestId,
                        RequestType.ERASURE,
                        Selectors.ofIds(Set.of(subject.visit()), Set.of(), Set.of()),
                        List.of(),
                        Instant.now(),
                        new Progress.Received());
        requests.receive(left);
        requests.advance(
                left, new Progress.Received().resolved(Set.copyOf(subject.scopes())), List.of());

        await().atMost(PATIENCE).until(() -> subject.scopes().stream().noneMatch(subjects::isHeld));
        acknowledge(SERVICES.toArray(ServiceName[]::new));

        assertThat(awaitReceipt()).startsWith("r-");
    }

    @Test
    void announcesAgainNoSoonerThanItMay() {
        OpenDsr.submit(PETRA, OpenDsr.request(id, "erasure", subject)).then().statusCode(201);
        ErasureId scope = requests.scopeOf(ACME, new RequestId(id));
        SubjectRequest kept = requests.find(scope).orElseThrow();

        // An announcement that this service itself hears shows whether it was made.
        requests.remind(kept, Duration.ofHours(1), List.of(answer(ServiceName.CHAT_SERVICE)));
        requests.remind(kept, Duration.ZERO, List.of(answer(ServiceName.PRESENCE_SERVICE)));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        OpenDsr.status(PETRA, id)
                                .then()
                                .body(
                                        "extensions.'lethe.example'.waiting_for",
                                        equalTo(
                                                List.of(
                                                        "chat-service",
                                                        "mail-dispatch-service",
                                                        "file-relay-service"))));
    }

    @Test
    void erasesALetterOfAChatThatEndedBeforeByTheVisit() {
        subject = subjects.afterAChat(ACME);

        OpenDsr.submit(PETRA, OpenDsr.request(id, "erasure", subject)).then().statusCode(201);

        assertThat(subjects.isHeld(subject.letter())).isFalse();
        assertThat(subjects.isHeld(subject.visit())).isFalse();
    }

    @Test
    void showsTheReceiptToItsSubjectAndToNoOtherVisitor() {
        OpenDsr.submit(PETRA, OpenDsr.request(id, "erasure", subject)).then().statusCode(201);
        acknowledge(SERVICES.toArray(ServiceName[]::new));
        String path = "/v1/receipts/" + awaitReceipt();

        shows(path, tokens.visitToken(ACME, subject.visit()), 200);
        shows(path, tokens.participantToken(ACME, subject.chat(), subject.visit()), 200);
        shows(path, tokens.participantToken(ACME, subject.chat(), Ids.visit()), 200);
        shows(path, tokens.visitToken(ACME, Ids.visit()), 404);
        shows(path, tokens.visitToken(GLOBEX, subject.visit()), 404);
    }

    private static void shows(String path, BearerToken token, int status) {
        given().auth().oauth2(token.value()).get(path).then().statusCode(status);
    }

    private ErasureAcknowledged answer(ServiceName service) {
        return new ErasureAcknowledged(
                requests.scopeOf(ACME, new RequestId(id)), service, Map.of());
    }

    private void acknowledge(ServiceName... services) {
        var scope = requests.scopeOf(ACME, new RequestId(id));
        for (ServiceName service : services) {
            Map<RemainsKind, Integer> removed =
                    service == ServiceName.FILE_RELAY_SERVICE
                            ? Map.of(RemainsKind.FILES, 2)
                            : Map.of();
            events.send(new ErasureAcknowledged(scope, service, removed));
        }
    }

    private String awaitReceipt() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        OpenDsr.status(PETRA, id)
                                .then()
                                .statusCode(200)
                                .body("request_status", equalTo("completed")));
        return OpenDsr.status(PETRA, id).path("extensions.'lethe.example'.receipt");
    }

    private static boolean verifies(Response answer) {
        return verifies(answer.asByteArray(), answer.header("X-OpenDSR-Signature"));
    }

    private static boolean verifies(byte[] body, String signature) {
        String certificate = given().get("/.well-known/opendsr-certificate.pem").asString();
        return ForeignClient.trusts(certificate, "lethe.example", body, signature);
    }
}
