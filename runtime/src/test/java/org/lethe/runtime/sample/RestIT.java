package org.lethe.runtime.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.error.Problem;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RestIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    // The broker keeps what earlier tests wrote.
    private static final AccountId SHOP = new AccountId("shop-" + RANDOM.nextLong(Long.MAX_VALUE));
    private static final VisitId VISIT = VisitId.mint("a0z9", RANDOM);
    private static final ChatId CHAT = ChatId.mint("a0z9", RANDOM);

    @Inject TokenIssuer issuer;

    @BeforeEach
    void withAnAccount() {
        TestAccounts.publish(SHOP, Map.of("allowedOrigins", Set.of("https://shop.example")));
    }

    @Test
    void answersEverybodyWhereThatIsSaid() {
        given().get("/v1/sample/public")
                .then()
                .statusCode(200)
                .body("account", equalTo("nobody's"));
    }

    @Test
    void deniesWhatSaysNothing() {
        refused(
                given().auth().oauth2(operator()).get("/v1/sample/forgotten").then(),
                ErrorCode.NOT_FOUND);
    }

    @Test
    void wantsAToken() {
        refused(given().get("/v1/sample/visitor").then(), ErrorCode.TOKEN_MISSING);
        refused(
                given().header("Authorization", "Basic dmVyYTp2ZXJh")
                        .get("/v1/sample/visitor")
                        .then(),
                ErrorCode.TOKEN_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "a.b.c",
                "eyJ0eXAiOiJsZXRoZStqd3QifQ.e30.AAAA",
                "eyJhbGciOiJub25lIn0.e30."
            })
    void refusesTokensThatAreNone(String token) {
        refused(
                given().auth().oauth2(token).get("/v1/sample/visitor").then(),
                ErrorCode.TOKEN_INVALID);
    }

    @Test
    void knowsVisitorsAndParticipants() {
        given().auth()
                .oauth2(issuer.visitToken(SHOP, VISIT).value())
                .get("/v1/sample/visitor")
                .then()
                .statusCode(200)
                .body("account", equalTo(SHOP.value()));
        given().auth().oauth2(participant()).get("/v1/sample/chats/" + CHAT).then().statusCode(200);
    }

    @Test
    void hidesWhatBelongsToOthers() {
        refused(
                given().auth().oauth2(participant()).get("/v1/sample/visitor").then(),
                ErrorCode.NOT_FOUND);
        refused(
                given().auth()
                        .oauth2(participant())
                        .get("/v1/sample/chats/" + ChatId.mint("a0z9", RANDOM))
                        .then(),
                ErrorCode.NOT_FOUND);
        refused(
                given().auth().oauth2(participant()).get("/v1/sample/chats/nonsense").then(),
                ErrorCode.NOT_FOUND);
        refused(
                given().auth().oauth2(operator()).get("/v1/sample/staff").then(),
                ErrorCode.NOT_FOUND);
    }

    @Test
    void knowsWhoIsSignedIn() {
        given().auth()
                .oauth2(operator())
                .get("/v1/sample/operator")
                .then()
                .statusCode(200)
                .body("account", equalTo("acme"));
        given().auth().oauth2(TestTokens.ofStaff()).get("/v1/sample/staff").then().statusCode(200);
        refused(
                given().auth()
                        .oauth2(TestTokens.of("petra@acme.example"))
                        .get("/v1/sample/operator")
                        .then(),
                ErrorCode.NOT_FOUND);
    }

    @Test
    void comparesThePageExactly() {
        String visitor = issuer.visitToken(SHOP, VISIT).value();
        given().auth()
                .oauth2(visitor)
                .header("Origin", "https://shop.example")
                .get("/v1/sample/visitor")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://shop.example")
                .header("Vary", containsString("Origin"));
        refused(
                given().auth()
                        .oauth2(visitor)
                        .header("Origin", "https://evil.example")
                        .get("/v1/sample/visitor")
                        .then(),
                ErrorCode.ORIGIN_REFUSED);
        refused(
                given().auth()
                        .oauth2(visitor)
                        .header("Origin", "https://console.example")
                        .get("/v1/sample/visitor")
                        .then(),
                ErrorCode.ORIGIN_REFUSED);
        refused(
                given().auth()
                        .oauth2(operator())
                        .header("Origin", "https://shop.example")
                        .get("/v1/sample/operator")
                        .then(),
                ErrorCode.ORIGIN_REFUSED);
    }

    @Test
    void answersPreflights() {
        given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/sample/notes")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "https://shop.example")
                .header("Access-Control-Allow-Methods", containsString("POST"));
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/sample/notes")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "{}",
                "{\"text\":\"Vera\"}",
                "{\"text\":null,\"count\":1}",
                "{\"text\":{\"a\":1},\"count\":1}",
                "{\"text\":\"Vera\",\"count\":\"many\"}"
            })
    void refusesMalformedBodiesWithoutRepeatingThem(String body) {
        refused(post(body), ErrorCode.MALFORMED);
    }

    @Test
    void takesWhatIsWellFormed() {
        post("{\"text\":\"Vera\",\"count\":1,\"later\":true}")
                .statusCode(200)
                .body("text", equalTo("Vera"));
    }

    @Test
    void refusesOtherTypesAndMethods() {
        refused(
                given().contentType(ContentType.XML).body("<a/>").post("/v1/sample/notes").then(),
                ErrorCode.UNSUPPORTED_TYPE);
        refused(given().delete("/v1/sample/notes").then(), ErrorCode.METHOD_NOT_ALLOWED);
        refused(given().get("/v1/elsewhere").then(), ErrorCode.NOT_FOUND);
        refused(given().get("/elsewhere").then(), ErrorCode.NOT_FOUND);
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        refused(post("{\"text\":\"" + "a".repeat(70_000) + "\",\"count\":1}"), ErrorCode.TOO_LARGE);
    }

    /** Else a browser would take a refusal for a missing connection. */
    @Test
    void letsAPageReadWhyItIsRefused() {
        refused(
                ofShop().body("{\"text\":\"" + "a".repeat(70_000) + "\"}")
                        .post("/v1/sample/notes")
                        .then()
                        .header("Access-Control-Allow-Origin", "https://shop.example"),
                ErrorCode.TOO_LARGE);
        refused(
                ofShop().body("{")
                        .post("/v1/sample/notes")
                        .then()
                        .header("Access-Control-Allow-Origin", "https://shop.example"),
                ErrorCode.MALFORMED);
    }

    private static RequestSpecification ofShop() {
        return given().contentType(ContentType.JSON).header("Origin", "https://shop.example");
    }

    @Test
    void saysNothingOfItsFaults() {
        refused(given().get("/v1/sample/broken").then(), ErrorCode.INTERNAL);
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/v1/sample/notes").then();
    }

    private static void refused(ValidatableResponse response, ErrorCode code) {
        response.statusCode(code.httpStatus())
                .contentType(Problem.MEDIA_TYPE)
                .body("code", equalTo(code.code()))
                .body("type", equalTo("urn:lethe:problem:" + code.code()))
                .body("status", equalTo(code.httpStatus()))
                .body(not(containsString("Vera")));
        assertThat(response.extract().asString()).doesNotContain("Exception");
    }

    private String participant() {
        return issuer.participantToken(SHOP, CHAT, VISIT).value();
    }

    private static String operator() {
        return TestTokens.of("anna@acme.example");
    }
}
