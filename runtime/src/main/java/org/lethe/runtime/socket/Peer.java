package org.lethe.runtime.socket;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.frame.ServerFrame;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;

/**
 * The other end of one socket. Its frames leave in the order in which they were sent; all methods
 * may be called from any thread, and none of them blocks unless it says so.
 *
 * @param <S> what the socket sends
 */
public final class Peer<S extends ServerFrame> {

    /** Who reads nothing for so long is gone. */
    private static final Duration READ_LIMIT = Duration.ofSeconds(30);

    /** Who closes in order (RFC 6455, 7.4.1) has done so, or goes away: so does a tab. */
    private static final Set<Integer> GOODBYES = Set.of(1000, 1001);

    private final WebSocketConnection connection;
    private final Caller caller;
    private final SocketLoad load;
    private final AtomicLong unsent = new AtomicLong();
    private volatile boolean closedHere;

    /** Done when the last frame that was sent has left. */
    private volatile CompletableFuture<@Nullable Void> leaving =
            CompletableFuture.completedFuture(null);

    Peer(WebSocketConnection connection, Caller caller, SocketLoad load) {
        this.connection = connection;
        this.caller = caller;
        this.load = load;
    }

    /** Unique in this process; not personal. */
    public String id() {
        return connection.id();
    }

    public Caller caller() {
        return caller;
    }

    public boolean isOpen() {
        return connection.isOpen();
    }

    /**
     * Whether the client itself has closed the socket, by a close frame of its own. A connection
     * that was cut, timed out or was closed here says nothing of the client.
     */
    public boolean saidGoodbye() {
        CloseReason reason = connection.closeReason();
        return !closedHere && reason != null && GOODBYES.contains(reason.getCode());
    }

    /**
     * When the client was last heard of, by {@link System#nanoTime}: a frame of its own, or the
     * answer to a ping.
     */
    public long heardAt() {
        return OpenSockets.heardAt(connection);
    }

    /** Sends a frame, or drops it when the socket is closed. */
    public void send(S frame) {
        write(frame);
    }

    /**
     * Sends a frame and waits until it has left, for answers of many frames: a client may read them
     * as slowly as it has to. Blocks; throws a {@link Refusal} when the socket closes meanwhile, or
     * when the client does not read at all.
     */
    public void sendAndAwait(S frame) {
        String text = FrameCodec.write(frame);
        try {
            connection.sendText(text).await().atMost(READ_LIMIT);
            // What a client takes is a sign of life; its pongs wait behind the frame in work.
            OpenSockets.took(connection);
        } catch (RuntimeException e) {
            // What is thrown here is the transport's, and the client has gone: no fault of ours.
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    /**
     * Waits until what was sent before has left, so that a client which reads slowly is not cut off
     * for what it is sent at once. Blocks for so long at most.
     *
     * @return whether it has left, or the socket is closed
     */
    public boolean awaitSent(Duration patience) {
        try {
            leaving.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** Refuses what the client sent; the socket stays open. */
    public void error(ErrorFrame error) {
        write(error);
    }

    /** Refuses the client and closes with the code that tells it whether to come back. */
    public void refuse(ErrorCode code) {
        closedHere = true;
        refuse(connection, code);
    }

    /** Closes a socket that has done its work; the client does not come back. */
    public void close() {
        closedHere = true;
        close(connection, CloseReason.NORMAL);
    }

    static void refuse(WebSocketConnection connection, ErrorCode code) {
        if (connection.isOpen()) {
            connection
                    .sendText(FrameCodec.write(ErrorFrame.of(code)))
                    .onTermination()
                    .invoke(() -> close(connection, code))
                    .subscribe()
                    .with(sent -> {}, Peer::ignore);
        }
    }

    private void write(ServerFrame frame) {
        if (!connection.isOpen()) {
            return;
        }
        String text = FrameCodec.write(frame);
        if (!load.takesUnsent(unsent.addAndGet(text.length()), text.length())) {
            // Waiting for a client that does not read would keep what it should have read.
            unsent.addAndGet(-text.length());
            close(connection, ErrorCode.TOO_MANY_REQUESTS);
            return;
        }
        var left = new CompletableFuture<@Nullable Void>();
        leaving = left;
        connection
                .sendText(text)
                .onTermination()
                .invoke(() -> {
                    left.complete(null);
                    unsent.addAndGet(-text.length());
                    load.sent(text.length());
                })
                .subscribe()
                .with(sent -> {}, Peer::ignore);
    }

    /** Closes without a frame, which whoever does not read would never get. */
    static void close(WebSocketConnection connection, ErrorCode code) {
        close(connection, new CloseReason(code.closeCode(), code.code()));
    }

    private static void close(WebSocketConnection connection, CloseReason reason) {
        if (connection.isOpen()) {
            connection.close(reason).subscribe().with(closed -> {}, Peer::ignore);
        }
    }

    /** A connection that broke is told of by its close callback. */
    private static void ignore(@Nullable Throwable failure) {}
}
