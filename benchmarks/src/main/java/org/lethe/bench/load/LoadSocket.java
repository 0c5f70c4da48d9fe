package org.lethe.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.function.Consumer;
import org.lethe.acceptance.client.Json;

/** A socket of the suite. */
final class LoadSocket implements AutoCloseable {

    private final TextSocket socket;

    private LoadSocket(TextSocket socket) {
        this.socket = socket;
    }

    /**
     * @param onFrame must not wait: the socket's next frame comes after it
     */
    static LoadSocket open(URI service, String path, String origin, Consumer<JsonNode> onFrame) {
        return new LoadSocket(
                TextSocket.open(service, path, origin, text -> onFrame.accept(Json.parse(text))));
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
