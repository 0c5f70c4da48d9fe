package org.lethe.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lethe.acceptance.client.Json;

/** A console that takes every chat it is told to, and times what arrives. */
public final class Desk implements AutoCloseable {

    static final String PATH = "/v1/desk/socket";

    private final Set<String> own = ConcurrentHashMap.newKeySet();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Latencies arrived;
    private final LoadSocket socket;

    /**
     * @param token of an operator
     * @param arrived takes the times from intended to the desk
     */
    public Desk(Site site, String token, Latencies arrived) {
        this.arrived = arrived;
        this.socket =
                LoadSocket.open(
                        site.chatService(),
                        PATH,
                        site.console(),
                        Json.frame("hello").put("token", token),
                        this::hear);
    }

    public void accept(String chat) {
        socket.send(Json.frame("accept").put("chat", chat));
    }

    /** What it was told until now. */
    public Received received() {
        return socket.received();
    }

    /** How many messages of a chat have arrived. */
    public long seen(String chat) {
        return seen.getOrDefault(chat, 0L);
    }

    /** Waits until these chats are the desk's. */
    public void awaitOwn(Collection<String> chats, Duration patience) {
        await(own, chats, patience);
    }

    /** Waits until the desk was told of these ends. */
    public void awaitEnded(Collection<String> chats, Duration patience) {
        await(ended, chats, patience);
    }

    private void await(Set<String> set, Collection<String> chats, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!set.containsAll(chats)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        set.size() + " of " + chats.size() + " chats after " + patience);
            }
            Waiting.millis(10);
        }
    }

    private void hear(JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "chats" ->
                    frame.path("chats").forEach(chat -> own.add(chat.path("chat").asText()));
            case "message" -> {
                String text = frame.path("text").asText();
                if (Stamp.isIn(text)) {
                    arrived.record(System.nanoTime() - Stamp.ofText(text));
                    seen.merge(frame.path("chat").asText(), 1L, Long::sum);
                }
            }
            case "ended" -> ended.add(frame.path("chat").asText());
            default -> {
                // Not measured.
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
