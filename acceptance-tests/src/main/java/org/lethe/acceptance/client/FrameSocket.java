package org.lethe.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A WebSocket of JSON frames that remembers what it received until somebody asks for it. */
public final class FrameSocket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<JsonNode> received = new ArrayList<>();
    private final Object monitor = new Object();
    private @Nullable WebSocket socket;
    private int closeCode = -1;

    private FrameSocket() {}

    static FrameSocket open(HttpClient http, URI address, List<String> headers) {
        FrameSocket frames = new FrameSocket();
        WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(PATIENCE);
        for (int i = 0; i < headers.size(); i += 2) {
            builder.header(headers.get(i), headers.get(i + 1));
        }
        try {
            frames.socket = builder.buildAsync(address, frames.new Receiver()).join();
        } catch (CompletionException e) {
            throw new UnexpectedAnswer(
                    "the socket was refused", e.getCause() == null ? e : e.getCause());
        }
        return frames;
    }

    public FrameSocket send(JsonNode frame) {
        return sendText(frame.toString());
    }

    public synchronized FrameSocket sendText(String text) {
        if (socket == null) {
            throw new IllegalStateException("not connected");
        }
        try {
            socket.sendText(text, true).join();
        } catch (CompletionException e) {
            throw new UnexpectedAnswer("the socket is closed", e);
        }
        return this;
    }

    /** Sends a message or a file, and waits until it is acknowledged; its sequence number. */
    long deliver(ObjectNode frame) {
        String id = UUID.randomUUID().toString();
        send(frame.put("id", id));
        return await("sent", sent -> sent.path("id").asText().equals(id)).path("seq").asLong();
    }

    /** Takes the first frame of a type out of what was received, waiting for it. */
    public JsonNode await(String type) {
        return await(type, frame -> true);
    }

    public JsonNode await(String type, Predicate<JsonNode> which) {
        return await(type, which, PATIENCE)
                .orElseThrow(() ->
                        new UnexpectedAnswer(
                                "no frame '" + type + "' came; close code " + closeCode));
    }

    public Optional<JsonNode> await(String type, Predicate<JsonNode> which, Duration patience) {
        return await(
                frame -> frame.path("type").asText().equals(type) && which.test(frame), patience);
    }

    /** The same for frames of whatever type; nothing when none comes in time. */
    public Optional<JsonNode> await(Predicate<JsonNode> which, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (monitor) {
            while (true) {
                Optional<JsonNode> found = received.stream().filter(which).findFirst();
                long left = deadline - System.nanoTime();
                if (found.isPresent() || left <= 0 || closeCode >= 0) {
                    found.ifPresent(received::remove);
                    return found;
                }
                waitMillis(left / 1_000_000 + 1);
            }
        }
    }

    /** Waits until the other side closes; -1 when it does not. */
    public int awaitClose(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (monitor) {
            while (closeCode < 0 && deadline - System.nanoTime() > 0) {
                waitMillis((deadline - System.nanoTime()) / 1_000_000 + 1);
            }
            return closeCode;
        }
    }

    /** What is there and was not asked for. */
    public List<JsonNode> unread() {
        synchronized (monitor) {
            return List.copyOf(received);
        }
    }

    /** Cuts the connection without a word, as a lost network does. */
    public void cut() {
        if (socket != null) {
            socket.abort();
        }
    }

    @Override
    public void close() {
        if (socket != null && !socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(2, java.util.concurrent.TimeUnit.SECONDS)
                    .exceptionally(e -> null)
                    .join();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // its callers loop
    private void waitMillis(long millis) {
        try {
            monitor.wait(Math.max(1, millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnexpectedAnswer("interrupted", e);
        }
    }

    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                JsonNode frame = Json.parse(partial.toString());
                partial.setLength(0);
                synchronized (monitor) {
                    received.add(frame);
                    monitor.notifyAll();
                }
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed(status);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed(1006);
        }

        private void closed(int status) {
            synchronized (monitor) {
                closeCode = status;
                monitor.notifyAll();
            }
        }
    }
}
