package org.lethe.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lethe.runtime.fixture.PlainServer;

/** Answers over connections of their own, by a server of Vert.x alone. */
class StreamedAnswerTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final String LAST_CHUNK = "0\r\n\r\n";

    private final CompletableFuture<ClientStream> stream = new CompletableFuture<>();
    private final CompletableFuture<Void> written = new CompletableFuture<>();
    private final CountDownLatch waits = new CountDownLatch(1);
    private StreamedAnswer.Body body = StreamedAnswerTest::forEver;
    private final PlainServer server = new PlainServer(this::answer);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void endsAtOnceThoughItsClientTakesNoMore() throws Exception {
        try (Socket client = server.ask("close")) {
            awaitStalled();

            stream.join().end();

            assertThat(written).failsWithin(AT_ONCE);
            assertThat(readAll(client)).doesNotEndWith(LAST_CHUNK);
        }
    }

    @Test
    void endsWhenItsClientIsGone() throws Exception {
        try (Socket _ = server.ask("close")) {
            awaitStalled();
        }

        assertThat(written).failsWithin(SOON);
        assertThat(stream.join().isEnded()).isTrue();
    }

    @Test
    void isNotTakenForWholeIfItFails() throws Exception {
        body =
                out -> {
                    out.write("a part".getBytes(StandardCharsets.US_ASCII));
                    throw new IOException("no more of it");
                };
        try (Socket client = server.ask("close")) {
            assertThat(readAll(client)).contains("a part").doesNotEndWith(LAST_CHUNK);
            assertThat(written).failsWithin(SOON);
        }
    }

    @Test
    void leavesTheConnectionToARefusalBeforeItsFirstByte() throws Exception {
        body =
                out -> {
                    throw new IOException("none of it");
                };
        try (Socket _ = server.ask("close")) {
            assertThat(written).failsWithin(SOON);
            assertThat(stream.join().isEnded()).isFalse();
        }
    }

    @Test
    void isSentWhole() throws Exception {
        body = out -> out.write("the whole".getBytes(StandardCharsets.US_ASCII));
        try (Socket client = server.ask("close")) {
            assertThat(readAll(client)).contains("the whole").endsWith(LAST_CHUNK);
            assertThat(written).succeedsWithin(SOON);
        }
    }

    private void answer(RoutingContext routing) {
        ClientStream to = ClientStream.to(routing);
        stream.complete(to);
        routing.response().setChunked(true);
        var answer = new StreamedAnswer(to, routing.response(), body);
        var out = new SlowlyTaken(routing.response(), waits);
        Thread.startVirtualThread(() -> {
            try {
                answer.write(out);
                written.complete(null);
            } catch (IOException e) {
                written.completeExceptionally(e);
            }
        });
    }

    private void awaitStalled() throws InterruptedException {
        assertThat(waits.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static String readAll(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static void forEver(OutputStream out) throws IOException {
        byte[] piece = new byte[64 * 1024];
        while (true) {
            out.write(piece);
        }
    }
}
