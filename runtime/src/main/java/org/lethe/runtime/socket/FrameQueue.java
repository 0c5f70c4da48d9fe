package org.lethe.runtime.socket;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one socket that wait for their turn, which they have one after the other on a
 * virtual thread. However slow a turn is, no more wait than may.
 */
final class FrameQueue {

    private final Deque<String> waiting = new ArrayDeque<>();
    private final Consumer<String> turn;
    private final SocketLoad load;
    private final SocketSettings settings;
    private long length;
    private boolean working;
    private boolean closed;

    /**
     * A queue.
     *
     * @param turn handles a frame; must not throw
     */
    FrameQueue(Consumer<String> turn, SocketLoad load, SocketSettings settings) {
        this.turn = turn;
        this.load = load;
        this.settings = settings;
    }

    /**
     * Has a frame handled when those before it were; never blocks.
     *
     * @return false if too much waits already
     */
    synchronized boolean offer(String frame) {
        if (closed) {
            return true;
        }
        boolean full =
                waiting.size() >= settings.maxWaitingFrames()
                        || length + frame.length() > settings.maxWaiting();
        if (full || !load.takesWaiting(frame.length())) {
            return false;
        }
        waiting.add(frame);
        length += frame.length();
        if (!working) {
            working = true;
            Thread.startVirtualThread(this::work);
        }
        return true;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** What still waits has no turn any more. */
    synchronized void close() {
        closed = true;
        while (!waiting.isEmpty()) {
            load.done(waiting.remove().length());
        }
        length = 0;
    }

    private void work() {
        for (String frame = next(); frame != null; frame = next()) {
            try {
                turn.accept(frame);
            } finally {
                load.done(frame.length());
            }
        }
    }

    private synchronized @Nullable String next() {
        String frame = waiting.poll();
        if (frame == null) {
            working = false;
        } else {
            length -= frame.length();
        }
        return frame;
    }
}
