package org.lethe.presence.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;

/** The other end of a socket: a visitor's page or an operator's console. */
final class TestClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ReentrantLock sending = new ReentrantLock();
    private final StringBuilder part = new StringBuilder();
    private @Nullable WebSocket socket;

    static TestClient open(URI uri, String origin) {
        return open(uri, origin, "192.0.2.99");
    }

    private static TestClient open(URI uri, String origin, String forwardedFor) {
        var client = new TestClient();
        client.socket =
                HTTP.newWebSocketBuilder()
                        .header("Origin", origin)
                        .header("X-Forwarded-For", forwardedFor)
                        .buildAsync(uri, client)
                        .join();
        return client;
    }

    /** Opens and says who it is. */
    static TestClient greet(URI uri, String origin, String token) {
        return greet(uri, origin, token, "192.0.2.99");
    }

    /** The same from an address behind the gateway. */
    static TestClient greet(URI uri, String origin, String token, String forwardedFor) {
        TestClient client = open(uri, origin, forwardedFor);
        client.send("{\"type\":\"hello\",\"token\":\"" + token + "\"}");
        return client;
    }

    /** Sends heartbeats from now on, as a page does. */
    void keepAlive() {
        Thread.startVirtualThread(() -> {
            try {
                do {
                    send("{\"type\":\"heartbeat\"}");
                } while (!ended.await(1, TimeUnit.SECONDS));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void send(String frame) {
        // The client takes no frame while another one is on its way.
        sending.lock();
        try {
            socket().sendText(frame, true).join();
        } catch (CompletionException | IllegalStateException e) {
            // The server closed meanwhile, which the test will see.
        } finally {
            sending.unlock();
        }
    }

    JsonNode next() {
        try {
            String frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame came");
            }
            return WireFormat.mapper().readTree(frame);
        } catch (InterruptedException | JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Skips frames until one is as wanted. */
    JsonNode await(Predicate<JsonNode> wanted) {
        JsonNode frame = next();
        while (!wanted.test(frame)) {
            frame = next();
        }
        return frame;
    }

    JsonNode await(String type) {
        return await(frame -> type.equals(frame.path("type").textValue()));
    }

    /** Waits until a list or change shows the visit as wanted, and gives that view of it. */
    JsonNode awaitVisitor(String visit, Predicate<JsonNode> wanted) {
        while (true) {
            for (JsonNode view : next().path("visitors")) {
                if (visit.equals(view.path("visit").textValue()) && wanted.test(view)) {
                    return view;
                }
            }
        }
    }

    void awaitGone(String visit) {
        await(frame -> {
            for (JsonNode gone : frame.path("visits")) {
                if (visit.equals(gone.textValue())) {
                    return true;
                }
            }
            return false;
        });
    }

    int closeCode() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Ends the connection without a word, as a lost network does. */
    void cut() {
        ended.countDown();
        socket().abort();
    }

    @Override
    public void close() {
        ended.countDown();
        if (!closed.isDone()) {
            socket().sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> socket()).join();
        }
    }

    private WebSocket socket() {
        if (socket == null) {
            throw new AssertionError("not open");
        }
        return socket;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            frames.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1_006);
    }
}
