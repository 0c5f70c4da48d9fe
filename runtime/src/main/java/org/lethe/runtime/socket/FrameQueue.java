package org.lethe.runtime.socket;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one socket that wait for their turn, which they have one after the other on a
 * virtual thread; those of a lane on a thread of the lane's, so that other lanes don't wait for
 * them. However slow turns are, no more wait than may, and none has a turn in a lane beyond that.
 */
final class FrameQueue {

    private final Deque<String> waiting = new ArrayDeque<>();

    /** What waits behind the frame that a lane works on; a lane is there while it works. */
    private final Map<Object, Deque<Placed>> lanes = new HashMap<>();

    private final Function<String, Turn> reader;
    private final SocketLoad load;
    private final SocketSettings settings;

    /** That wait, here and in the lanes, or have their turn in a lane. */
    private int frames;

    /** How long those are. */
    private long length;

    private boolean working;
    private boolean closed;

    /**
     * A queue.
     *
     * @param reader tells a frame's turn, without waiting for anything; must not throw
     */
    FrameQueue(Function<String, Turn> reader, SocketLoad load, SocketSettings settings) {
        this.reader = reader;
        this.load = load;
        this.settings = settings;
    }

    /**
     * What is to be done with a frame.
     *
     * @param lane frames of the same have their turns in the order in which they came; without one,
     *     all frames that come later wait for this
     * @param work must not throw
     */
    record Turn(@Nullable Object lane, Runnable work) {}

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
                frames >= settings.maxWaitingFrames()
                        || length + frame.length() > settings.maxWaiting();
        if (full || !load.takesWaiting(frame.length())) {
            return false;
        }
        waiting.add(frame);
        frames++;
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
        waiting.forEach(this::forget);
        waiting.clear();
        lanes.values().forEach(lane -> lane.forEach(placed -> forget(placed.frame())));
        lanes.values().forEach(Deque::clear);
    }

    private void work() {
        for (String frame = next(); frame != null; frame = next()) {
            Turn turn = reader.apply(frame);
            if (turn.lane() == null) {
                noLongerCounts(frame);
                take(frame, turn.work());
            } else {
                place(turn.lane(), new Placed(frame, turn.work()));
            }
        }
    }

    private void work(Object lane, Placed first) {
        for (Placed placed = first; placed != null; placed = next(lane)) {
            try {
                take(placed.frame(), placed.work());
            } finally {
                noLongerCounts(placed.frame());
            }
        }
    }

    private void take(String frame, Runnable work) {
        try {
            work.run();
        } finally {
            load.done(frame.length());
        }
    }

    private synchronized void place(Object lane, Placed placed) {
        if (closed) {
            forget(placed.frame());
            return;
        }
        Deque<Placed> behind = lanes.get(lane);
        if (behind != null) {
            behind.add(placed);
        } else {
            lanes.put(lane, new ArrayDeque<>());
            Thread.startVirtualThread(() -> work(lane, placed));
        }
    }

    private synchronized @Nullable String next() {
        String frame = waiting.poll();
        working = frame != null;
        return frame;
    }

    private synchronized @Nullable Placed next(Object lane) {
        Placed placed = Objects.requireNonNull(lanes.get(lane)).poll();
        if (placed == null) {
            lanes.remove(lane);
        }
        return placed;
    }

    private synchronized void forget(String frame) {
        noLongerCounts(frame);
        load.done(frame.length());
    }

    private synchronized void noLongerCounts(String frame) {
        frames--;
        length -= frame.length();
    }

    private record Placed(String frame, Runnable work) {}
}
