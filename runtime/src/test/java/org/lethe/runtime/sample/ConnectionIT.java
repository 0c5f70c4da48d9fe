package org.lethe.runtime.sample;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
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
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.stack.fixture.LetheInfrastructure;

/** What is seen of requests from outside, and what is left of them. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class ConnectionIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    // The broker keeps what earlier tests wrote.
    private static final AccountId SHOP = new AccountId("shop-" + RANDOM.nextLong(Long.MAX_VALUE));
    private static final ChatId CHAT = ChatId.mint("a0z9", RANDOM);

    @BeforeEach
    void withAnAccount() {
        TestAccounts.publish(SHOP, Map.of("allowedOrigins", Set.of("https://shop.example")));
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
                        "lethe_events_dead_letters_total ",
                        "lethe_limits_refused_total{limit=\"chats-per-address\"",
                        "lethe_limits_uncounted_total{limit=\"visits-per-address\"",
                        "lethe_sockets_waiting_frames ",
                        "lethe_sockets_waiting_characters ",
                        "lethe_sockets_unsent_characters ");
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
}
