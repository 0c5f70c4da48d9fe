package org.lethe.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lethe.acceptance.client.Json;

/** A socket that hands on what it receives and keeps nothing: thousands fit into one client. */
public final class LoadSocket implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final WebSocket socket;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    private LoadSocket(WebSocket socket) {
        this.socket = socket;
    }

    /**
     * @param onFrame must not wait: the socket's next frame comes after it
     */
    static LoadSocket open(URI service, String path, String origin, Consumer<JsonNode> onFrame) {
        URI address = URI.create(service.toString().replaceFirst("^http", "ws")).resolve(path);
        return new LoadSocket(
                HTTP.newWebSocketBuilder()
                        .connectTimeout(PATIENCE)
                        .header("Origin", origin)
                        .buildAsync(address, new Receiver(onFrame))
                        .join());
    }

    /** Sends after all that was sent before, and waits for nothing. */
    synchronized void send(JsonNode frame) {
        String text = frame.toString();
        last = last.thenCompose(_ -> socket.sendText(text, true));
    }

    @Override
    public void close() {
        var _ =
                socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                        .orTimeout(2, TimeUnit.SECONDS)
                        .exceptionally(_ -> null)
                        .join();
    }

    private static final class Receiver implements WebSocket.Listener {

        private final Consumer<JsonNode> onFrame;
        private final StringBuilder partial = new StringBuilder();

        Receiver(Consumer<JsonNode> onFrame) {
            this.onFrame = onFrame;
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                JsonNode frame = Json.parse(partial.toString());
                partial.setLength(0);
                onFrame.accept(frame);
            }
            from.request(1);
            return null;
        }
    }
}
