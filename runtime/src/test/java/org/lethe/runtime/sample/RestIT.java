package org.lethe.runtime.sample;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
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
    void readyWithAnAccount() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
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

    @Test
    void saysNothingOfItsFaults() {
        refused(given().get("/v1/sample/broken").then(), ErrorCode.INTERNAL);
    }

    @Test
    void showsFromOutsideWhetherThePromiseIsKept() {
        String metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(metrics)
                .contains(
                        "lethe_admission_open ",
                        "lethe_redis_findings ",
                        "lethe_redis_silent_nodes ",
                        "lethe_reaper_destroyed_total ",
                        "lethe_reaper_lateness_seconds ",
                        "lethe_reaper_silence_seconds ",
                        "lethe_outbox_published_total ",
                        "lethe_events_dead_letters_total ");
    }

    @Test
    void saysInItsReadinessWhetherNewDataIsAccepted() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        given().get("/q/health/ready")
                                .then()
                                .statusCode(200)
                                .body(
                                        "checks.find { it.name == 'admission' }.data.gate",
                                        equalTo("open"))
                                .body(
                                        "checks.find { it.name == 'admission' }.data.redis",
                                        equalTo("")));
    }

    @Test
    void countsRequestsWithoutTheirPaths() throws IOException {
        String path = "/v1/sample/chats/vera-" + CHAT;
        given().options(path);
        given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "GET")
                .options(path)
                .then()
                .statusCode(204);
        given().header("Origin", "https://evil.example").get(path).then().statusCode(403);
        given().delete(path).then().statusCode(405);
        given().contentType(ContentType.JSON).body("a".repeat(70_000)).put(path);
        given().get(path).then().statusCode(401);
        given().get(path + "/elsewhere").then().statusCode(404);
        given().get(path + "?" + "a".repeat(3000));
        given().header("Lethe-Long", "a".repeat(20_000)).get(path);
        for (String line : List.of("GET " + path + "/%zz", "GET vera-", "vera- /", path)) {
            sendRaw(line + " HTTP/1.1");
        }

        String metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();

        assertThat(metrics)
                .contains("uri=\"/v1/sample/chats/{chat}\"", "uri=\"OTHER\"")
                .doesNotContain("vera-");
    }

    @Test
    void setsSecurityHeaders() {
        given().get("/v1/sample/public")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", containsString("default-src 'none'"));
    }

    @Test
    void keepsNoConnectionWhoseParserRemembersHeaders() {
        for (Response answer :
                List.of(
                        given().get("/v1/sample/public"),
                        given().get("/v1/sample/visitor"),
                        given().get("/v1/nothing"),
                        given().header("Origin", "https://evil.example").get("/v1/sample/public"),
                        given().body(new byte[70_000]).post("/v1/sample/notes"),
                        given().get("/v1/sample/" + CHAT + "/socket"),
                        given().header("Origin", "https://shop.example")
                                .header("Access-Control-Request-Method", "POST")
                                .options("/v1/sample/notes"))) {
            assertThat(answer.header("Connection")).isEqualTo("close");
        }
    }

    @Test
    void hangsUpOnWhoIsRefusedASocket() throws IOException {
        String upgrade =
                "GET /v1/sample/"
                        + CHAT
                        + "/socket HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                        + "Sec-WebSocket-Version: 13\r\nOrigin: https://evil.example";
        assertThat(answerTo(upgrade)).startsWith("HTTP/1.1 403");
    }

    @Test
    void speaksNoProtocolWhoseTablesRememberHeaders() throws IOException {
        String upgrade =
                "GET /v1/sample/public HTTP/1.1\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"
                        + "Connection: Upgrade, HTTP2-Settings";
        assertThat(answerTo(upgrade)).startsWith("HTTP/1.1 200");
        assertThat(answerTo("PRI * HTTP/2.0\r\n\r\nSM\r\n")).doesNotContain("\0\0");
    }

    private static String answerTo(String head) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + "\r\nHost: x\r\n\r\n").getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    /** What no well-behaved client would send. */
    private static void sendRaw(String line) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(
                            (line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                                    .getBytes(US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
        }
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
