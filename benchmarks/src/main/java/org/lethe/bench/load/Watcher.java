package org.lethe.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.lethe.acceptance.client.Json;

/** A console's live list of visitors: times how old the page is that it is told of. */
public final class Watcher implements AutoCloseable {

    static final String PATH = "/v1/visitors/socket";

    /** After so long without a new row no more are awaited. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Map<String, Long> lastSeen = new ConcurrentHashMap<>();
    private final Rows rows = new Rows();
    private final AtomicLong frames = new AtomicLong();
    private final Latencies shown;
    private final long begin = System.nanoTime();
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
                        PATH,
                        site.console(),
                        Json.frame("hello").put("token", token),
                        this::hear);
    }

    /** How many frames it was told in. */
    public long frames() {
        return frames.get();
    }

    /**
     * Waits for the rows of the list that it was sent at first.
     *
     * @param begin from which the times count
     * @param count of the visitors who were there then; those who have gone meanwhile never come
     */
    public Listed awaitRows(long begin, long count, Duration patience) {
        long connected = System.nanoTime();
        Waiting.until(patience, () -> rows.count() >= count || isQuiet(connected));
        if (rows.count() == 0) {
            throw new IllegalStateException("the list of visitors stayed empty");
        }
        return new Listed(rows.count(), rows.firstAt() - begin, rows.lastAt() - begin);
    }

    /**
     * What there was of a list.
     *
     * @param rows how many came
     * @param first when the first came, in nanoseconds
     * @param last when the last came
     */
    public record Listed(long rows, long first, long last) {}

    private boolean isQuiet(long connected) {
        long since = rows.count() == 0 ? connected : rows.lastAt();
        return System.nanoTime() - since > QUIET.toNanos();
    }

    private void hear(JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "visitors" -> list(frame);
            case "changed" -> {
                frames.incrementAndGet();
                list(frame);
                frame.path("visitors").forEach(this::see);
            }
            default -> {
                // Who is gone is not measured.
            }
        }
    }

    private void list(JsonNode frame) {
        frame.path("visitors").forEach(visitor -> rows.add(visitor.path("visit").asText()));
    }

    /**
     * A visitor may be told of again for another reason, on the same page; and a long list begins
     * with those who went there before it was asked for.
     */
    private void see(JsonNode visitor) {
        String title = visitor.path("title").asText();
        if (Stamp.isIn(title)) {
            long since = Stamp.ofText(title);
            Long before = lastSeen.put(visitor.path("visit").asText(), since);
            if (since >= begin && (before == null || since > before)) {
                shown.record(System.nanoTime() - since);
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
