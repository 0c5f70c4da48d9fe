package org.lethe.acceptance.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The sign of life that a page gives for as long as it is open; without it a visit ends. */
final class Heartbeat implements AutoCloseable {
    private final FrameSocket socket;
    private final Duration every;
    private final Thread thread;
    private volatile boolean stopped;

    private Heartbeat(FrameSocket socket, Duration every) {
        this.socket = socket;
        this.every = every;
        this.thread = Thread.ofVirtual().name("heartbeat").unstarted(this::beat);
    }

    /**
     * @param seconds between two heartbeats, as the socket asked for them
     */
    static Heartbeat start(FrameSocket socket, int seconds) {
        Heartbeat heartbeat = new Heartbeat(socket, Duration.ofSeconds(Math.max(1, seconds)));
        heartbeat.thread.start();
        return heartbeat;
    }

    private void beat() {
        try {
            while (!stopped) {
                LockSupport.parkNanos(every.toNanos());
                if (!stopped) {
                    socket.send(Json.frame("heartbeat"));
                }
            }
        } catch (UnexpectedAnswer closed) {
            // An erased or ended visit closes its socket, and then there is nothing to keep alive.
            stopped = true;
        }
    }

    /** Returns when no further heartbeat can be sent. */
    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
