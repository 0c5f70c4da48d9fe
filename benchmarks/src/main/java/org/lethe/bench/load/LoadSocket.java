package org.lethe.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.lethe.acceptance.client.Json;

/** A socket of the suite that has said hello and was told that it is ready. */
final class LoadSocket implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    private final TextSocket socket;
    private final Tally tally;

    private LoadSocket(TextSocket socket, Tally tally) {
        this.socket = socket;
        this.tally = tally;
    }

    /**
     * Opens it, and waits until it is ready.
     *
     * @param hello its first frame
     * @param onFrame takes all frames but "ready" and "error"; must not wait: the next comes after
     *     it
     */
    static LoadSocket open(
            URI service, String path, String origin, JsonNode hello, Consumer<JsonNode> onFrame) {
        var ready = new CompletableFuture<JsonNode>();
        var tally = new Tally();
        TextSocket socket =
                TextSocket.open(
                        service,
                        path,
                        origin,
                        text -> {
                            tally.count(text);
                            hear(Json.parse(text), ready, onFrame);
                        });
        socket.send(hello.toString());
        ready.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return new LoadSocket(socket, tally);
    }

    private static void hear(
            JsonNode frame, CompletableFuture<JsonNode> ready, Consumer<JsonNode> onFrame) {
        switch (frame.path("type").asText()) {
            case "ready" -> ready.complete(frame);
            case "error" ->
                    ready.completeExceptionally(
                            new IllegalStateException(frame.path("code").asText()));
            default -> onFrame.accept(frame);
        }
    }

    /** Sends after all that was sent before, and waits for nothing. */
    void send(JsonNode frame) {
        socket.send(frame.toString());
    }

    /** What has come until now. */
    Received received() {
        return new Received(tally.frames.sum(), tally.bytes.sum());
    }

    @Override
    public void close() {
        socket.close();
    }

    /** Counts while frames come. */
    private static final class Tally {

        private final LongAdder frames = new LongAdder();
        private final LongAdder bytes = new LongAdder();

        void count(String text) {
            frames.increment();
            bytes.add(text.length());
        }
    }
}
