package org.lethe.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.lethe.acceptance.client.Json;

/** A console's live list of visitors: times how old the page is that it is told of. */
public final class Watcher implements AutoCloseable {

    private final Map<String, Long> lastSeen = new ConcurrentHashMap<>();
    private final AtomicLong frames = new AtomicLong();
    private final Latencies shown;
    private final LoadSocket socket;

    /**
     * @param token of an operator
     * @param shown takes the times from intended to the console, each page once
     */
    public Watcher(Site site, String token, Latencies shown) {
        this.shown = shown;
        this.socket =
                LoadSocket.open(
                        site.presenceService(),
                        "/v1/visitors/socket",
                        site.console(),
                        Json.frame("hello").put("token", token),
                        this::hear);
    }

    /** How many frames it was told in. */
    public long frames() {
        return frames.get();
    }

    private void hear(JsonNode frame) {
        if (frame.path("type").asText().equals("changed")) {
            frames.incrementAndGet();
            frame.path("visitors").forEach(this::see);
        }
    }

    /** A visitor may be told of again for another reason, on the same page. */
    private void see(JsonNode visitor) {
        String title = visitor.path("title").asText();
        if (Stamp.isIn(title)) {
            long since = Stamp.ofText(title);
            Long before = lastSeen.put(visitor.path("visit").asText(), since);
            if (before == null || since > before) {
                shown.record(System.nanoTime() - since);
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
