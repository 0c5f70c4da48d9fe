package org.lethe.bench.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.lethe.acceptance.client.Json;

/**
 * A client of the socket.io relay, in the packets of Engine.IO 4 and Socket.IO 5: a digit or two
 * for the kind, the number of an acknowledgement, and JSON.
 */
public final class RelaySocket implements AutoCloseable {

    private static final String PATH = "/socket.io/?EIO=4&transport=websocket";
    private static final String CONNECT = "40";
    private static final String EVENT = "42";
    private static final String ACKNOWLEDGED = "43";
    private static final String PING = "2";
    private static final String PONG = "3";

    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Runnable> waiting = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> connected = new CompletableFuture<>();
    private final Consumer<String> onMessage;
    private final TextSocket socket;

    /**
     * @param onMessage takes the texts that are said in the chats that were joined
     */
    public RelaySocket(URI relay, Consumer<String> onMessage) {
        this.onMessage = onMessage;
        this.socket = TextSocket.open(relay, PATH, relay.toString(), this::hear);
        socket.send(CONNECT);
        connected.orTimeout(20, TimeUnit.SECONDS).join();
    }

    public void join(String chat) {
        var joined = new CompletableFuture<Void>();
        send(() -> joined.complete(null), "join", chat);
        joined.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Says something, and waits for nothing. */
    public void say(String chat, String text, Runnable taken) {
        send(taken, "message", chat, text);
    }

    private void send(Runnable acknowledged, String... event) {
        long number = numbers.getAndIncrement();
        waiting.put(number, acknowledged);
        ArrayNode packet = Json.object().putArray("event");
        for (String part : event) {
            packet.add(part);
        }
        socket.send(EVENT + number + packet);
    }

    private void hear(String packet) {
        if (packet.equals(PING)) {
            socket.send(PONG);
        } else if (packet.startsWith(CONNECT)) {
            connected.complete(null);
        } else if (packet.startsWith(EVENT)) {
            onMessage.accept(Json.parse(packet.substring(EVENT.length())).path(1).asText());
        } else if (packet.startsWith(ACKNOWLEDGED)) {
            int end = packet.indexOf('[');
            long number = Long.parseLong(packet.substring(ACKNOWLEDGED.length(), end));
            Objects.requireNonNull(waiting.remove(number), "acknowledged twice").run();
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
