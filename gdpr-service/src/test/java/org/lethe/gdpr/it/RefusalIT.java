package org.lethe.gdpr.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.lethe.gdpr.it.OpenDsr.PAUL;
import static org.lethe.gdpr.it.OpenDsr.PETRA;
import static org.lethe.gdpr.it.Subjects.ACME;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.WireFormat;
import org.lethe.gdpr.it.Subjects.Subject;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class RefusalIT {

    private static final Set<String> PUBLIC =
            Set.of(
                    "GET /discovery",
                    "GET /v1/data-map",
                    "GET /v1/subjects/export.schema.json",
                    "GET /v1/receipts/chats/{receipt}",
                    "GET /v1/ledger/heads",
                    "GET /v1/ledger/heads/latest",
                    "GET /v1/ledger/proof/inclusion",
                    "GET /v1/ledger/proof/consistency",
                    "GET /.well-known/opendsr-certificate.pem",
                    "GET /.well-known/jwks.json");

    @Inject Subjects subjects;
    @Inject TokenIssuer tokens;
    @Inject IssuedReceipts receipts;

    @Test
    void describesEveryEndpointWithWhoMayCallIt() throws IOException {
        assertThat(endpoints())
                .extracting(Endpoint::name)
                .containsExactlyInAnyOrder(
                        "POST /requests",
                        "GET /requests/{id}",
                        "DELETE /requests/{id}",
                        "GET /requests/{id}/results",
                        "GET /v1/requests/waiting",
                        "GET /v1/requests/{id}/confirmation",
                        "POST /v1/requests/{id}/confirmation",
                        "DELETE /requests/{id}/results",
                        "GET /discovery",
                        "POST /v1/subjects/access",
                        "POST /v1/subjects/find",
                        "GET /v1/subjects/export.schema.json",
                        "GET /v1/receipts/{receipt}",
                        "GET /v1/receipts/chats/{receipt}",
                        "GET /v1/ledger",
                        "GET /v1/audit",
                        "GET /v1/ledger/heads",
                        "GET /v1/ledger/heads/latest",
                        "GET /v1/ledger/proof/inclusion",
                        "GET /v1/ledger/proof/consistency",
                        "GET /v1/data-map",
                        "GET /.well-known/jwks.json",
                        "GET /.well-known/opendsr-certificate.pem",
                        "GET /v1/me",
                        "DELETE /v1/me");
        assertThat(endpoints())
                .allSatisfy(endpoint ->
                        assertThat(endpoint.secured())
                                .as(endpoint.name())
                                .isEqualTo(!PUBLIC.contains(endpoint.name())));
    }

    @Test
    void refusesEveryEndpointWithoutAToken() throws IOException {
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.secured()) {
                given().contentType(ContentType.JSON)
                        .request(endpoint.method(), endpoint.path())
                        .then()
                        .statusCode(401)
                        .body("code", equalTo("token-missing"));
            }
        }
    }

    @Test
    void hidesEveryEndpointFromWhoHasNoBusinessThere() throws IOException {
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.secured()) {
                given().auth()
                        .oauth2(TestTokens.of("anna@acme.example"))
                        .contentType(ContentType.JSON)
                        .request(endpoint.method(), endpoint.path())
                        .then()
                        .statusCode(404)
                        .body("code", equalTo("not-found"));
            }
        }
    }

    @Test
    void answersOpenForEverybody() {
        for (String path :
                List.of(
                        "/discovery",
                        "/v1/data-map",
                        "/v1/subjects/export.schema.json",
                        "/.well-known/jwks.json")) {
            given().get(path).then().statusCode(200);
        }
        // Whoever has a number may ask; this one names nothing.
        given().get("/v1/receipts/chats/r07-0123456789abcdefghjkmnpqrs").then().statusCode(404);
        given().get("/.well-known/opendsr-certificate.pem")
                .then()
                .statusCode(200)
                .contentType("application/pem-certificate-chain");
        given().get("/discovery")
                .then()
                .header("X-OpenDSR-Processor-Domain", "lethe.example")
                .body("api_version", equalTo("2.0"))
                .body(
                        "processor_certificate",
                        equalTo("https://chat.lethe.example/.well-known/opendsr-certificate.pem"))
                .body("supported_subject_request_types", hasItem("erasure"));
        given().get("/v1/data-map").then().body("categories.category", hasItem("visit"));
    }

    @Test
    void saysInBothFormsWhatIsWrongAndRepeatsNothing() {
        String body =
                """
                {"subject_request_id":"%s","subject_request_type":"erasure",
                 "submitted_time":"2026-01-02T03:04:05Z",
                 "subject_identities":[{"identity_type":"android_id","identity_format":"raw",
                 "identity_value":"canary"},{"identity_type":"email","identity_format":"md5",
                 "identity_value":"canary@visitor.example"}],
                 "extensions":{"lethe.example":{"networks":["10.0.0.0/8"],"phones":["canary"]}}}\
                """
                        .formatted(OpenDsr.newId());

        String answer =
                OpenDsr.submit(PETRA, body)
                        .then()
                        .statusCode(400)
                        .contentType("application/problem+json")
                        .body("code", equalTo("malformed"))
                        .body("error.code", equalTo(400))
                        .body(
                                "error.errors.reason",
                                hasItems(
                                        "unsupported_identity",
                                        "unsupported_format",
                                        "network_too_wide",
                                        "unknown_selector"))
                        .body(
                                "error.errors.selectors.flatten()",
                                hasItems("android_id", "email", "networks", "phones"))
                        .body("error.errors.domain", hasItem("lethe.example"))
                        .extract()
                        .asString();

        assertThat(answer).doesNotContain("canary");
    }

    @Test
    void refusesWhatIsTooLargeOrNoRequest() {
        OpenDsr.submit(PETRA, "{").then().statusCode(400).body("code", equalTo("malformed"));
        OpenDsr.submit(PETRA, " ".repeat(70_000))
                .then()
                .statusCode(413)
                .body("code", equalTo("too-large"));
        for (String question : List.of("access", "find")) {
            for (String visits : List.of("[\"canary\"]", "[null]", "\"canary\"")) {
                given().auth()
                        .oauth2(TestTokens.of(PETRA))
                        .contentType(ContentType.JSON)
                        .body("{\"visits\":" + visits + "}")
                        .post("/v1/subjects/" + question)
                        .then()
                        .statusCode(400)
                        .body("code", equalTo("malformed"));
            }
        }
    }

    @Test
    void showsAReceiptOnlyToItsAccountAndItsSubject() {
        Subject subject = subjects.inAChat(ACME);
        String path = "/v1/receipts/" + receipts.of(ACME, subjects.inAChat(ACME).visit());

        given().auth().oauth2(TestTokens.of(PETRA)).get(path).then().statusCode(200);
        given().auth().oauth2(TestTokens.of(PAUL)).get(path).then().statusCode(404);
        given().auth()
                .oauth2(tokens.visitToken(ACME, subject.visit()).value())
                .get(path)
                .then()
                .statusCode(404);
    }

    private static List<Endpoint> endpoints() throws IOException {
        JsonNode api =
                WireFormat.mapper()
                        .readTree(given().accept("application/json").get("/q/openapi").asString());
        var endpoints = new ArrayList<Endpoint>();
        api.path("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((method, operation) ->
                                endpoints.add(
                                        new Endpoint(
                                                method.toUpperCase(java.util.Locale.ROOT),
                                                path,
                                                !operation.path("security").isEmpty()))));
        return endpoints;
    }

    private record Endpoint(String method, String template, boolean secured) {

        String name() {
            return method + " " + template;
        }

        /** With an id that nothing has. */
        String path() {
            return template.replaceAll("\\{[a-z]+}", OpenDsr.newId());
        }
    }
}
