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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.runtime.socket.SocketSettings;
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
    @Inject SocketSettings settings;

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
        client.send("dance");
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
    void staysOpenAfterAFrameThatANewerPageSends() {
        TestClient client = greeted();
        client.send("{\"type\":\"dance\",\"with\":\"me\"}");
        assertThat(client.next()).contains("\"error\"", "\"frame-unknown\"");

        client.send("{\"type\":\"typing\",\"on\":true,\"hand\":\"left\"}");
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

        TestClient larger = greeted();
        larger.send("{\"type\":\"typing\",\"on\":true,\"x\":\"" + "a".repeat(250_000) + "\"}");
        refused(larger, ErrorCode.TOO_LARGE);
    }

    @Test
    void countsAFloodOverAllSocketsOfACaller() {
        // Given a caller that nobody else is
        ChatId chat = ChatId.mint("a0z9", RANDOM);
        TestClient one = greeted(chat);
        TestClient other = greeted(chat);

        // When it sends on both
        for (int i = 0; i < 200 && one.isOpen() && other.isOpen(); i++) {
            one.send("{\"type\":\"typing\",\"on\":true}");
            other.send("{\"type\":\"typing\",\"on\":true}");
        }

        // Then what each may send alone is too much for both
        Awaitility.await().until(() -> !one.isOpen() || !other.isOpen());
        Stream.of(one, other).filter(TestClient::isOpen).forEach(TestClient::close);
    }

    @Test
    void grantsACallerOnlySoManySockets() {
        ChatId chat = ChatId.mint("a0z9", RANDOM);
        List<TestClient> open =
                Stream.generate(() -> greeted(chat)).limit(settings.perCaller()).toList();

        TestClient oneTooMany = open(SITE, chat);
        oneTooMany.send(hello(issuer.participantToken(SHOP, chat, VISIT).value()));
        refused(oneTooMany, ErrorCode.TOO_MANY_REQUESTS);

        open.getFirst().close();
        Awaitility.await()
                .untilAsserted(() -> {
                    TestClient again = open(SITE, chat);
                    again.send(hello(issuer.participantToken(SHOP, chat, VISIT).value()));
                    assertThat(again.next()).contains("\"type\":\"ready\"");
                    again.close();
                });
        open.stream().filter(TestClient::isOpen).forEach(TestClient::close);
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
        return greeted(CHAT);
    }

    private TestClient greeted(ChatId chat) {
        TestClient client = open(SITE, chat);
        client.send(hello(issuer.participantToken(SHOP, chat, VISIT).value()));
        assertThat(client.next()).contains("\"type\":\"ready\"", chat.value());
        return client;
    }

    private TestClient open(String origin) {
        return open(origin, CHAT);
    }

    private TestClient open(String origin, ChatId chat) {
        URI uri =
                URI.create(
                        address.toString().replace("http", "ws") + "v1/sample/" + chat + "/socket");
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
