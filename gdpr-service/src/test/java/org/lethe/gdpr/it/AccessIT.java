package org.lethe.gdpr.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.lethe.gdpr.it.OpenDsr.PAUL;
import static org.lethe.gdpr.it.OpenDsr.PETRA;
import static org.lethe.gdpr.it.Subjects.ACME;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.FileId;
import org.lethe.gdpr.it.Subjects.Subject;
import org.lethe.gdpr.processor.ForeignClient;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class AccessIT {

    @Inject Subjects subjects;
    @Inject TokenIssuer tokens;
    private Subject subject;

    @BeforeEach
    void aVisitorInAChat() {
        subject = subjects.inAChat(ACME);
    }

    @Test
    void showsAnOfficerAllThatIsHeld() {
        showsAll(ask(PETRA));
    }

    @Test
    void showsAnotherAccountNothing() {
        ask(PAUL).body("visits", empty()).body("chats", empty()).body("letters", empty());
    }

    @Test
    void namesWhatIsDamagedAndShowsTheRest() {
        subjects.damageForm(subject.chat());

        ask(PETRA)
                .body("chats[0].damaged.slot", contains("form"))
                .body("chats[0].messages[0].content.text", equalTo("canary text"))
                .body("visits[0].damaged", empty());
    }

    @Test
    void answersAnAccessRequestUntilItIsAcknowledged() {
        String id = OpenDsr.newId();
        OpenDsr.submit(PETRA, OpenDsr.request(id, "access", subject)).then().statusCode(201);
        OpenDsr.status(PETRA, id)
                .then()
                .body("request_status", equalTo("completed"))
                .body("results_count", equalTo(3))
                .body(
                        "results_url",
                        equalTo("https://chat.lethe.example/requests/" + id + "/results"));

        showsAll(results(id).statusCode(200));
        // The answer was lost, or another of the controller's programs asks.
        ValidatableResponse asked = results(id).statusCode(200);
        showsAll(asked);
        Response again = asked.extract().response();
        String certificate = given().get("/.well-known/opendsr-certificate.pem").asString();
        assertThat(
                        ForeignClient.trusts(
                                certificate,
                                "lethe.example",
                                again.asByteArray(),
                                again.header("X-OpenDSR-Signature")))
                .isTrue();
        for (int times = 0; times < 2; times++) {
            given().auth()
                    .oauth2(TestTokens.of(PETRA))
                    .delete("/requests/" + id + "/results")
                    .then()
                    .statusCode(204);
        }

        results(id).statusCode(404);
        OpenDsr.status(PETRA, id)
                .then()
                .body("request_status", equalTo("completed"))
                .body("results_count", equalTo(3));
    }

    @Test
    void saysWhereItIsDescribed() {
        String schema = given().get("/v1/subjects/export.schema.json").asString();

        assertThat(schema).contains("\"HeldVisit\"");
        ask(PETRA)
                .body(
                        "$schema",
                        equalTo("https://chat.lethe.example/v1/subjects/export.schema.json"))
                .header("Cache-Control", "no-store");
    }

    @Test
    void showsAPageToRead() {
        String participant = tokens.participantToken(ACME, subject.chat(), subject.visit()).value();

        given().auth()
                .oauth2(participant)
                .accept("text/html")
                .header("Accept-Language", "de-CH, en;q=0.5")
                .get("/v1/me")
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .header("Cache-Control", "no-store")
                .header("Content-Language", "de")
                .header("Content-Security-Policy", containsString("style-src 'sha256-"))
                .body(containsString("Ihre Daten"))
                .body(containsString("canary text"));
    }

    @Test
    void handsOutAnArchiveWithItsFiles() throws IOException {
        byte[] content = "canary bytes".repeat(40_000).getBytes(StandardCharsets.UTF_8);
        String file = ask(PETRA).extract().path("chats[0].files[0].file");
        subjects.store(subject, FileId.of(file), content);

        byte[] archive =
                given().auth()
                        .oauth2(TestTokens.of(PETRA))
                        .accept("application/zip")
                        .contentType(ContentType.JSON)
                        .body("{\"chats\":[\"" + subject.chat().value() + "\"]}")
                        .post("/v1/subjects/access")
                        .then()
                        .statusCode(200)
                        .contentType("application/zip")
                        .header("Cache-Control", "no-store")
                        .extract()
                        .asByteArray();

        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("files/" + file + "-canary.pdf");
            assertThat(zip.readAllBytes()).isEqualTo(content);
            assertThat(zip.getNextEntry().getName()).isEqualTo("export.json");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"whole\"");
            assertThat(zip.getNextEntry().getName()).isEqualTo("export.html");
        }
    }

    @Test
    void showsAVisitorWhatIsHeldAndErasesIt() {
        String visitor = tokens.visitToken(ACME, subject.visit()).value();
        String participant = tokens.participantToken(ACME, subject.chat(), subject.visit()).value();
        showsAll(given().auth().oauth2(participant).get("/v1/me").then().statusCode(200));

        String receipt =
                given().auth()
                        .oauth2(visitor)
                        .delete("/v1/me")
                        .then()
                        .statusCode(202)
                        .body("status", equalTo("in_progress"))
                        .body("scopes", equalTo(3))
                        .extract()
                        .path("receipt");

        assertThat(subject.scopes()).noneMatch(subjects::isHeld);
        given().auth()
                .oauth2(participant)
                .delete("/v1/me")
                .then()
                .statusCode(202)
                .body("receipt", equalTo(receipt));
        given().auth()
                .oauth2(visitor)
                .get("/v1/me")
                .then()
                .body("visits", empty())
                .body("chats", empty());
    }

    @Test
    void erasesAChatThatOutlivedItsVisitWhateverWasAskedBefore() {
        subjects.destroy(subject.visit());
        eraseMe(tokens.visitToken(ACME, subject.visit()).value())
                .body("status", equalTo("completed"))
                .body("scopes", equalTo(0));
        assertThat(subjects.isHeld(subject.chat())).isTrue();

        eraseMe(tokens.participantToken(ACME, subject.chat(), subject.visit()).value())
                .body("status", equalTo("in_progress"))
                .body("scopes", equalTo(2));

        assertThat(subject.scopes()).noneMatch(subjects::isHeld);
    }

    @Test
    void erasesALetterThatWaitsOfAChatThatEnded() {
        subject = subjects.afterAChat(ACME);

        eraseMe(tokens.visitToken(ACME, subject.visit()).value()).body("scopes", equalTo(2));

        assertThat(subject.scopes()).noneMatch(subjects::isHeld);
    }

    private static ValidatableResponse eraseMe(String token) {
        return given().auth().oauth2(token).delete("/v1/me").then().statusCode(202);
    }

    private ValidatableResponse ask(String officer) {
        return given().auth()
                .oauth2(TestTokens.of(officer))
                .contentType(ContentType.JSON)
                .body("{\"chats\":[\"" + subject.chat().value() + "\"]}")
                .post("/v1/subjects/access")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse results(String id) {
        return given().auth()
                .oauth2(TestTokens.of(PETRA))
                .get("/requests/" + id + "/results")
                .then();
    }

    private void showsAll(ValidatableResponse held) {
        held.body("visits", hasSize(1))
                .body("visits[0].visit", equalTo(subject.visit().value()))
                .body("visits[0].content.trail.pages[0].title", equalTo("Canary"))
                .body("visits[0].retention.category", equalTo("visit"))
                .body("visits[0].retention.due", notNullValue())
                .body("visits[0].consents[0].text", equalTo("Canary, yes"))
                .body("visits[0].address.address", equalTo("192.0.2.7"))
                .body("chats[0].form.name", equalTo("Canary"))
                .body("chats[0].messages[0].from", equalTo("visitor"))
                .body("chats[0].messages[0].content.text", equalTo("canary text"))
                .body("chats[0].files[0].content.name", equalTo("canary.pdf"))
                .body("letters[0].kind", equalTo("transcript"))
                .body("letters[0].state", equalTo("waiting"))
                .body("letters[0].content.lines[0].text", equalTo("Hello"));
    }
}
