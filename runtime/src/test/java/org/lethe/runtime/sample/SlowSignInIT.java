package org.lethe.runtime.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestSettings;
import org.lethe.stack.fixture.TestTokens;

/** A service whose Keycloak takes connections and never answers. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(SlowSignInIT.Silent.class)
class SlowSignInIT {

    /** Less patience with the client than with Keycloak. */
    public static final class Silent extends TestSettings {

        // Never closed: a connection waits there for as long as the test runs.
        private static final ServerSocket KEYCLOAK = listening();

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "quarkus.oidc.auth-server-url",
                    "http://localhost:" + KEYCLOAK.getLocalPort() + "/realms/lethe",
                    "lethe.sockets.hello-timeout",
                    "2s");
        }

        private static ServerSocket listening() {
            try {
                return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final ChatId CHAT = ChatId.mint("a0z9", new SecureRandom());

    @TestHTTPResource("/")
    URI address;

    @Test
    void asksAClientToComeBackThatSaidHelloInTime() {
        // Signing in takes a while, which the socket would spend waiting for a hello.
        String token = TestTokens.of("anna@acme.example");
        URI socket =
                URI.create(
                        address.toString().replace("http", "ws") + "v1/sample/" + CHAT + "/socket");
        TestClient operator = TestClient.open(socket, "https://console.example");

        operator.send("{\"type\":\"hello\",\"token\":\"" + token + "\"}");

        assertThat(operator.closeCode()).isEqualTo(ErrorCode.UNAVAILABLE.closeCode());
    }
}
