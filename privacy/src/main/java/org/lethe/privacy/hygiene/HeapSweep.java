package org.lethe.privacy.hygiene;

import java.time.Duration;

/**
 * Has what is no longer used of the heap overwritten after destructions: once for those of a
 * moment, and seldom enough that its pause does not show.
 */
public final class HeapSweep implements AutoCloseable {

    /** For the last frames to go out, and for the other ends of the same moment. */
    private static final Duration DELAY = Duration.ofSeconds(3);

    /** Each sweep costs a full collection. */
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Runnable sweep;
    private final Duration delay;
    private final Duration interval;
    private final Gathered sweeps = new Gathered("heap-sweep", this::sweep);
    private volatile long earliest = System.nanoTime();

    public HeapSweep() {
        this(new FreeHeap()::overwrite, DELAY, INTERVAL);
    }

    HeapSweep(Runnable sweep, Duration delay, Duration interval) {
        this.sweep = sweep;
        this.delay = delay;
        this.interval = interval;
    }

    /** Asks for a sweep, 3 seconds from now or a minute after the last. */
    public void request() {
        sweeps.request(Duration.ofNanos(Math.max(delay.toNanos(), earliest - System.nanoTime())));
    }

    private void sweep() {
        earliest = System.nanoTime() + interval.toNanos();
        sweep.run();
    }

    @Override
    public void close() {
        sweeps.close();
    }
}
