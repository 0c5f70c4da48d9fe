package org.lethe.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck.CheckResult;
import io.quarkus.websockets.next.HttpUpgradeCheck.HttpUpgradeContext;
import io.quarkus.websockets.next.UserData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.runtime.fixture.PlainServer;
import org.lethe.runtime.limit.TestLimits;

class SocketsPerAddressTest {

    private final SocketsPerAddress check =
            new SocketsPerAddress(
                    TestLimits.ofAddresses(
                            TestLimits.of(Map.of("lethe.limits.sockets-per-address", "2 in 1h"))));

    @Test
    void refusesTheUpgradeToTheAddressThatHasNoneLeft() throws IOException {
        try (var server = new PlainServer(this::answer)) {
            assertThat(status(server)).contains(" 200 ");
            assertThat(status(server)).contains(" 200 ");
            assertThat(status(server)).contains(" 429 ");
        }
    }

    private void answer(RoutingContext routing) {
        CheckResult result = check.perform(new Upgrade(routing.request())).await().indefinitely();
        routing.response()
                .setStatusCode(result.isUpgradePermitted() ? 200 : result.getHttpResponseCode())
                .end();
    }

    private static String status(PlainServer server) throws IOException {
        try (Socket client = server.ask("close");
                var answer =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.US_ASCII))) {
            return answer.readLine();
        }
    }

    /** Of which the check needs the request alone. */
    private record Upgrade(HttpServerRequest httpRequest) implements HttpUpgradeContext {

        @Override
        public Uni<SecurityIdentity> securityIdentity() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String endpointId() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String pathParam(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UserData userData() {
            throw new UnsupportedOperationException();
        }
    }
}
