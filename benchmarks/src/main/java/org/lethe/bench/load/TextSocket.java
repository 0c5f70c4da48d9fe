package org.lethe.bench.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A socket that hands on what it receives and keeps nothing: thousands fit into one client. */
final class TextSocket implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final WebSocket socket;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    private TextSocket(WebSocket socket) {
        this.socket = socket;
    }

    /**
     * @param service by http or https
     * @param onText must not wait: the socket's next text comes after it
     */
    static TextSocket open(URI service, String path, String origin, Consumer<String> onText) {
        return open(service.resolve(path), builder().header("Origin", origin), onText);
    }

    /**
     * @param address by http or https
     * @param protocol that is spoken there, by its name among those of WebSockets
     * @param onText must not wait: the socket's next text comes after it
     */
    static TextSocket open(URI address, String protocol, Consumer<String> onText) {
        return open(address, builder().subprotocols(protocol), onText);
    }

    private static TextSocket open(
            URI address, WebSocket.Builder builder, Consumer<String> onText) {
        URI webSocket = URI.create(address.toString().replaceFirst("^http", "ws"));
        return new TextSocket(builder.buildAsync(webSocket, new Receiver(onText)).join());
    }

    private static WebSocket.Builder builder() {
        return HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
    }

    /** Sends after all that was sent before, and waits for nothing. */
    synchronized void send(String text) {
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

        private final Consumer<String> onText;
        private final StringBuilder partial = new StringBuilder();

        Receiver(Consumer<String> onText) {
            this.onText = onText;
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                String text = partial.toString();
                partial.setLength(0);
                onText.accept(text);
            }
            from.request(1);
            return null;
        }
    }
}
