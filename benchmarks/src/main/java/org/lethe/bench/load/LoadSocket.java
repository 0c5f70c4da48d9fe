package org.lethe.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lethe.acceptance.client.Json;

/** A socket of the suite that has said hello and was told that it is ready. */
final class LoadSocket implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    private final TextSocket socket;

    private LoadSocket(TextSocket socket) {
        this.socket = socket;
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
        TextSocket socket =
                TextSocket.open(
                        service, path, origin, text -> hear(Json.parse(text), ready, onFrame));
        socket.send(hello.toString());
        ready.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return new LoadSocket(socket);
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

    @Override
    public void close() {
        socket.close();
    }
}
