package org.lethe.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.runtime.fixture.PlainServer;

/** The end of a connection with an answer that is larger than all that lies on the way. */
class ConnectionsTest {

    private static final int LENGTH = 16 * 1024 * 1024;
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    @ParameterizedTest
    @ValueSource(strings = {"close", "keep-alive"})
    void isAtOnceThoughThePeerTakesNoMore(String wanted) throws IOException {
        try (PlainServer server = ending(Connections::cut);
                Socket _ = server.ask(wanted)) {
            assertThat(closed).succeedsWithin(SOON);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "keep-alive"})
    void isInTimeThoughThePeerTakesNoMore(String wanted) throws IOException {
        try (PlainServer server = ending(connection -> Connections.close(connection, _ -> SHORT));
                Socket _ = server.ask(wanted)) {
            assertThat(closed).succeedsWithin(SOON);
        }
    }

    @Test
    void isTheLaterTheMoreThePeerHasNotTaken() throws IOException {
        var waiting = new CompletableFuture<Long>();
        try (PlainServer server =
                        ending(connection ->
                                Connections.close(
                                        connection,
                                        bytes -> {
                                            waiting.complete(bytes);
                                            return LONG;
                                        }));
                Socket _ = server.ask("close")) {
            assertThat(waiting).succeedsWithin(SOON);
            assertThat(waiting.join()).isBetween((long) LENGTH / 4, (long) LENGTH);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "keep-alive"})
    void isWhenThePeerHasTakenAll(String wanted) throws IOException {
        try (PlainServer server = ending(connection -> Connections.close(connection, _ -> LONG));
                Socket peer = server.ask(wanted)) {
            assertThat(peer.getInputStream().readAllBytes()).hasSizeGreaterThan(LENGTH);
            assertThat(closed).succeedsWithin(SOON);
        }
    }

    private PlainServer ending(Consumer<HttpConnection> end) {
        return new PlainServer(routing -> {
            HttpConnection connection = routing.request().connection();
            connection.closeHandler(_ -> closed.complete(null));
            var _ = routing.response().end(Buffer.buffer(new byte[LENGTH]));
            end.accept(connection);
        });
    }
}
