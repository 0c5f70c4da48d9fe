package org.lethe.runtime.sample;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The other end of a socket. */
public final class TestClient implements WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final boolean reads;
    private @Nullable WebSocket socket;

    private TestClient(boolean reads) {
        this.reads = reads;
    }

    public static TestClient open(URI uri, String origin) {
        return open(uri, origin, new TestClient(true));
    }

    /** One that reads nothing and so answers no ping, like a machine that has lost its network. */
    public static TestClient deaf(URI uri, String origin) {
        return open(uri, origin, new TestClient(false));
    }

    private static TestClient open(URI uri, String origin, TestClient client) {
        client.socket =
                HTTP.newWebSocketBuilder().header("Origin", origin).buildAsync(uri, client).join();
        return client;
    }

    public void send(String frame) {
        try {
            socket().sendText(frame, true).join();
        } catch (CompletionException | IllegalStateException e) {
            // The server closed meanwhile, which the test will see.
        }
    }

    public void sendBinary(byte[] bytes) {
        socket().sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    public String next() {
        try {
            String frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame came");
            }
            return frame;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public int closeCode() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    public void close() {
        socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    private WebSocket socket() {
        if (socket == null) {
            throw new AssertionError("not open");
        }
        return socket;
    }

    @Override
    public void onOpen(WebSocket from) {
        if (reads) {
            from.request(1);
        }
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
