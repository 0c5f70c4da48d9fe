package org.lethe.privacy.hygiene;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

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
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("heap-sweep").factory());
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
        if (scheduled.getAndSet(true)) {
            return;
        }
        long wait = Math.max(delay.toNanos(), earliest - System.nanoTime());
        try {
            var _ = executor.schedule(this::sweep, wait, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // Closing: the memory goes with the process.
            scheduled.set(false);
        }
    }

    private void sweep() {
        // Before the work: what is destroyed during it is overwritten by the next.
        scheduled.set(false);
        earliest = System.nanoTime() + interval.toNanos();
        sweep.run();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
