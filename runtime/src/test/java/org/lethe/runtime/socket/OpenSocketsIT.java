package org.lethe.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.runtime.sample.SampleSocket;
import org.lethe.runtime.sample.TestClient;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestSettings;

@QuarkusTest
@WithTestResource(OpenSocketsIT.Impatient.class)
@WithTestResource(LetheInfrastructure.class)
class OpenSocketsIT {

    public static final class Impatient extends TestSettings {

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "quarkus.websockets-next.server.auto-ping-interval", "500ms",
                    "lethe.sockets.silence", "3s");
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AccountId SHOP = new AccountId("shop-" + RANDOM.nextLong(Long.MAX_VALUE));
    private static final String SITE = "https://" + SHOP + ".example";
    private static final ChatId CHAT = ChatId.mint("a0z9", RANDOM);

    @Inject TokenIssuer issuer;
    @Inject OpenSockets sockets;
    @Inject SampleSocket socket;

    @TestHTTPResource("/")
    URI address;

    @BeforeEach
    void withAnAccount() {
        TestAccounts.publish(SHOP, Map.of("allowedOrigins", Set.of(SITE)));
    }

    @Test
    void hangUpOnWhoAnswersNoPingAndOnNobodyElse() {
        int before = socket.gone.get();
        TestClient listening = greet(TestClient.open(path(), SITE));
        listening.next();
        greet(TestClient.deaf(path(), SITE));

        await().atMost(Duration.ofSeconds(40)).until(() -> socket.gone.get() == before + 1);

        assertThat(listening.isOpen()).isTrue();
        listening.close();
    }

    @Test
    void tellAllToComeBackWhenTheServiceStops() {
        TestClient client = greet(TestClient.open(path(), SITE));
        client.next();

        sockets.sendAway();

        assertThat(client.closeCode()).isEqualTo(ErrorCode.UNAVAILABLE.closeCode());
    }

    private TestClient greet(TestClient client) {
        VisitId visit = VisitId.mint("a0z9", RANDOM);
        String token = issuer.participantToken(SHOP, CHAT, visit).value();
        client.send("{\"type\":\"hello\",\"token\":\"" + token + "\"}");
        return client;
    }

    private URI path() {
        return URI.create(
                address.toString().replace("http", "ws") + "v1/sample/" + CHAT + "/socket");
    }
}
