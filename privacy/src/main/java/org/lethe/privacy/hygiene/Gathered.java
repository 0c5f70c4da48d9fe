package org.lethe.privacy.hygiene;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Work on a thread of its own that is done once for all who asked for it meanwhile. */
final class Gathered implements AutoCloseable {

    private final Runnable work;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ScheduledExecutorService executor;

    /**
     * @param work what it throws is lost
     */
    Gathered(String thread, Runnable work) {
        this.work = work;
        this.executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(thread).factory());
    }

    /** Has it done after the delay, unless somebody has asked for that already. */
    void request(Duration delay) {
        if (scheduled.getAndSet(true)) {
            return;
        }
        try {
            var _ = executor.schedule(this::work, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // Closing: memory and connections go with the process.
            scheduled.set(false);
        }
    }

    private void work() {
        // Before the work: who asks during it has it done once more.
        scheduled.set(false);
        work.run();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
