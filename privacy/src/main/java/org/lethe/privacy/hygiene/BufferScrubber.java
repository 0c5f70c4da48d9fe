package org.lethe.privacy.hygiene;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.OncePerCause;
import org.lethe.privacy.redis.KeyRecords;
import org.lethe.privacy.redis.RedisStore;

/** Has the connection's buffers overwritten after destructions: once for those of a moment. */
public final class BufferScrubber implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** With replicas there is more to overwrite, half a megabyte. */
    private static final Duration REPLICATED_PAUSE = Duration.ofMillis(500);

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final KeyRecords records;
    private final Duration pause;
    private final OncePerCause failures = new OncePerCause(Log.of(BufferScrubber.class));
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("vault-scrub").factory());

    public BufferScrubber(RedisStore store) {
        this.records = store.keyRecords();
        this.pause = store.replicas() > 0 ? REPLICATED_PAUSE : PAUSE;
    }

    public void request() {
        schedule(pause);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void schedule(Duration delay) {
        if (scheduled.getAndSet(true)) {
            return;
        }
        try {
            var _ = executor.schedule(this::scrub, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Closing: Redis frees the buffers with the connection.
            scheduled.set(false);
        }
    }

    private void scrub() {
        // Before the work: what is destroyed during it is scrubbed by the next.
        scheduled.set(false);
        try {
            records.scrub();
            failures.passed();
        } catch (RuntimeException e) {
            failures.warn("Connection buffers could not be overwritten yet", e);
            schedule(RETRY);
        }
    }
}
