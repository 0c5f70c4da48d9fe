package org.lethe.runtime.stream;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lethe.runtime.http.Connections;

/**
 * Bytes on their way to or from a client, who may take no more and say nothing.
 *
 * <p>A thread that waits for the client does not hear for certain that the connection has ended, so
 * it is woken here, whoever ended the connection.
 */
public final class ClientStream {

    /** Who lets one write wait for so long takes next to nothing, or is gone. */
    static final Duration STALLED = Duration.ofMinutes(1);

    /** Who takes a little now and then would keep a place and a thread for ever. */
    static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Runnable hangUp;
    private final long begun = System.nanoTime();
    private boolean ended;
    private @Nullable Thread waiting;
    private long waitingSince;

    /**
     * One without a longest time.
     *
     * @param hangUp breaks the connection; called at most once, from any thread
     */
    public ClientStream(Runnable hangUp) {
        this.hangUp = hangUp;
    }

    /** The bytes of a request's body; how long that may take is said for every body. */
    public static ClientStream from(HttpConnection connection) {
        return new ClientStream(() -> Connections.cut(connection));
    }

    /** The bytes of a request's answer. It ends with the answer, however that ends, or in time. */
    public static ClientStream to(RoutingContext routing) {
        ClientStream stream = from(routing.request().connection());
        Vertx vertx = routing.vertx();
        long timer =
                vertx.setPeriodic(
                        BETWEEN_LOOKS.toMillis(),
                        id -> {
                            if (stream.endIfOverdue(System.nanoTime())) {
                                vertx.cancelTimer(id);
                            }
                        });
        routing.addEndHandler(_ -> stream.over(vertx, timer));
        // Whoever was gone before is told of to nobody.
        if (routing.response().closed()) {
            stream.over(vertx, timer);
        }
        return stream;
    }

    /** Breaks the connection at once and wakes who waits for it; not one byte more may pass. */
    public void end() {
        if (ended()) {
            hangUp.run();
        }
    }

    public synchronized boolean isEnded() {
        return ended;
    }

    /**
     * Does what may wait for the client, in the caller's thread, which the end interrupts.
     *
     * @throws IOException if it has ended before, or as the work does
     */
    public void whileWaiting(Waiting work) throws IOException {
        begin();
        try {
            work.run();
        } finally {
            waited();
        }
    }

    /** What may wait for the client. */
    @FunctionalInterface
    public interface Waiting {
        void run() throws IOException;
    }

    /**
     * Ends it if the client has stalled, or it takes too long.
     *
     * @param now by {@link System#nanoTime}
     * @return whether it has ended
     */
    boolean endIfOverdue(long now) {
        if (isOverdue(now)) {
            end();
        }
        return isEnded();
    }

    private void over(Vertx vertx, long timer) {
        vertx.cancelTimer(timer);
        ended();
    }

    private synchronized boolean isOverdue(long now) {
        boolean isStalled = waiting != null && now - waitingSince > STALLED.toNanos();
        return isStalled || now - begun > LONGEST.toNanos();
    }

    private synchronized void begin() throws IOException {
        if (ended) {
            throw new IOException("the stream has ended");
        }
        waiting = Thread.currentThread();
        waitingSince = System.nanoTime();
    }

    private synchronized void waited() {
        waiting = null;
        // It was for the waiting alone.
        Thread.interrupted();
    }

    /** Tells whether it had not ended before. */
    private synchronized boolean ended() {
        boolean isFirst = !ended;
        ended = true;
        if (isFirst && waiting != null) {
            waiting.interrupt();
        }
        return isFirst;
    }
}
