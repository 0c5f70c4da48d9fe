package org.lethe.runtime.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.websockets.next.OpenConnections;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class SocketIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AccountId SHOP = new AccountId("shop-" + RANDOM.nextLong(Long.MAX_VALUE));
    private static final String SITE = "https://" + SHOP + ".example";
    private static final VisitId VISIT = VisitId.mint("a0z9", RANDOM);
    private static final ChatId CHAT = ChatId.mint("a0z9", RANDOM);

    @Inject TokenIssuer issuer;
    @Inject SampleSocket socket;
    @Inject OpenConnections sockets;

    @TestHTTPResource("/")
    URI address;

    @BeforeEach
    void withAnAccount() {
        TestAccounts.publish(SHOP, Map.of("allowedOrigins", Set.of(SITE)));
    }

    @Test
    void greetsAParticipant() {
        TestClient client = greeted();

        client.send("{\"type\":\"typing\",\"on\":true}");

        assertThat(client.next()).contains("\"type\":\"typing\"", "\"from\":\"visitor\"");
        client.send("{\"type\":\"end\"}");
        assertThat(client.closeCode()).isEqualTo(1_000);
    }

    @Test
    void answersInTheOrderOfTheFrames() {
        TestClient client = greeted();
        for (int i = 0; i < 50; i++) {
            client.send("{\"type\":\"typing\",\"on\":" + (i % 2 == 0) + "}");
        }
        for (int i = 0; i < 50; i++) {
            assertThat(client.next()).contains("\"on\":" + (i % 2 == 0));
        }
        client.close();
    }

    @Test
    void tellsWhenItsCallerIsGone() {
        int before = socket.gone.get();

        greeted().close();

        Awaitility.await().until(() -> socket.gone.get() > before);
    }

    /** The client itself names its program, as browsers do. */
    @Test
    void keepsNoHeaderOfAHandshakeThatTellsOfItsSender() {
        TestClient client = greeted();

        assertThat(sockets.listAll())
                .isNotEmpty()
                .allSatisfy(open ->
                        assertThat(open.handshakeRequest().headers().keySet())
                                .allMatch(name ->
                                        name.matches(
                                                "(?i)host|origin|connection|upgrade"
                                                        + "|sec-websocket-.*")));
        client.close();
    }

    @Test
    void wantsATokenFirst() {
        TestClient client = open(SITE);
        client.send("{\"type\":\"typing\",\"on\":true}");
        refused(client, ErrorCode.TOKEN_MISSING);
    }

    @Test
    void doesNotWaitForATokenForLong() {
        refused(open(SITE), ErrorCode.UNAVAILABLE);
    }

    @Test
    void refusesTokensThatAreNone() {
        TestClient client = open(SITE);
        client.send(hello("eyJ0.eyJz.c2ln"));
        refused(client, ErrorCode.TOKEN_INVALID);
    }

    @Test
    void hidesTheChatsOfOthers() {
        TestClient client = open(SITE);
        client.send(
                hello(issuer.participantToken(SHOP, ChatId.mint("a0z9", RANDOM), VISIT).value()));
        refused(client, ErrorCode.NOT_FOUND);

        TestClient operator = open("https://console.example");
        operator.send(hello(TestTokens.of("anna@acme.example")));
        refused(operator, ErrorCode.NOT_FOUND);
    }

    @Test
    void refusesPagesOfOtherSites() {
        assertThatThrownBy(() -> open("https://evil.example"))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(403));

        TestClient client = open("https://console.example");
        client.send(hello(participant()));
        refused(client, ErrorCode.ORIGIN_REFUSED);
    }

    @Test
    void refusesWhatIsNoFrame() {
        TestClient client = greeted();
        client.send("{\"type\":\"dance\"}");
        refused(client, ErrorCode.MALFORMED);

        TestClient twice = greeted();
        twice.send(hello(participant()));
        refused(twice, ErrorCode.MALFORMED);

        TestClient binary = greeted();
        binary.sendBinary(new byte[] {1, 2, 3});
        refused(binary, ErrorCode.MALFORMED);
    }

    @Test
    void staysOpenAfterARefusedFrame() {
        TestClient client = greeted();
        client.send("{\"type\":\"send\",\"id\":\"m_0123456789\",\"text\":\"Vera\"}");
        assertThat(client.next()).contains("\"error\"", "\"chat-ended\"", "\"retryable\":false");

        client.send("{\"type\":\"typing\",\"on\":true}");
        assertThat(client.next()).contains("\"typing\"");
        client.close();
    }

    @Test
    void closesAfterAFaultAndAsksToReconnect() {
        TestClient client = greeted();
        client.send("{\"type\":\"read\",\"seq\":1}");
        refused(client, ErrorCode.INTERNAL);
    }

    @Test
    void closesOnFramesThatAreTooLarge() {
        TestClient client = greeted();
        client.send("{\"type\":\"typing\",\"on\":true,\"x\":\"" + "a".repeat(70_000) + "\"}");
        refused(client, ErrorCode.TOO_LARGE);
    }

    @Test
    void stopsAFlood() {
        TestClient client = greeted();
        for (int i = 0; i < 400 && client.isOpen(); i++) {
            client.send("{\"type\":\"typing\",\"on\":true}");
        }
        assertThat(client.closeCode()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS.closeCode());
    }

    private TestClient greeted() {
        TestClient client = open(SITE);
        client.send(hello(participant()));
        assertThat(client.next()).contains("\"type\":\"ready\"", CHAT.value());
        return client;
    }

    private TestClient open(String origin) {
        URI uri =
                URI.create(
                        address.toString().replace("http", "ws") + "v1/sample/" + CHAT + "/socket");
        return TestClient.open(uri, origin);
    }

    private String participant() {
        return issuer.participantToken(SHOP, CHAT, VISIT).value();
    }

    private static String hello(String token) {
        return "{\"type\":\"hello\",\"token\":\"" + token + "\"}";
    }

    private static void refused(TestClient client, ErrorCode code) {
        assertThat(client.next())
                .contains("\"type\":\"error\"", "\"code\":\"" + code.code() + "\"");
        assertThat(client.closeCode()).isEqualTo(code.closeCode());
    }
}
