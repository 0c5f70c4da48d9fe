package org.lethe.file.blob;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.OncePerCause;
import org.lethe.runtime.gate.HighWater;
import org.lethe.runtime.problem.Refusal;

/**
 * How full the folder is, measured for all uploads together. Those that run count with what they
 * said that they bring, so that many at once don't fill it between two looks.
 */
@ApplicationScoped
public class BlobRoom {

    private static final Log LOG = Log.of(BlobRoom.class);

    private final BlobStore blobs;
    private final long capacity;
    private final int fullAt;
    private final HighWater mark;
    private final OncePerCause failures = new OncePerCause(LOG);
    private final AtomicLong expected = new AtomicLong();
    private final AtomicLong held = new AtomicLong();
    private volatile long whole = Long.MAX_VALUE;

    @Inject
    BlobRoom(BlobStore blobs, BlobSettings config, MeterRegistry metrics) {
        this.blobs = blobs;
        this.capacity = config.capacity().map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
        this.fullAt = config.fullAt();
        this.mark = new HighWater(fullAt);
        Gauge.builder("lethe.files.filled", this, BlobRoom::filled)
                .description("Which part of what it can hold the store of files holds")
                .register(metrics);
    }

    /** Measures anew. What the last look saw stays while the folder can't be read. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        try {
            BlobStore.Held now = blobs.held();
            whole = Math.max(1, Math.min(capacity, now.files() + now.drafts() + blobs.usable()));
            // Uploads that run here count with what they said, and their drafts with that.
            held.set(now.files() + Math.max(0, now.drafts() - expected.get()));
            failures.passed();
            boolean before = mark.isOver();
            mark.note(filled());
            if (mark.isOver() && !before) {
                LOG.warn("the store of files is full; no more are taken");
            } else if (before && !mark.isOver()) {
                LOG.info("the store of files has room again");
            }
        } catch (IOException e) {
            failures.warn("the store of files can't be measured", e);
        }
    }

    /** From 0 to about 1. */
    double filled() {
        return held.get() / (double) whole;
    }

    boolean isFull() {
        return mark.isOver();
    }

    /**
     * Room for a file, held for as long as its upload runs.
     *
     * @param bytes that it says it has, or the most it may have
     * @throws Refusal if the store would be too full
     */
    public Place take(long bytes) {
        long coming = expected.addAndGet(bytes);
        if (mark.isOver() || held.get() + coming > whole / 100.0 * fullAt) {
            expected.addAndGet(-bytes);
            throw new Refusal(ErrorCode.NO_ROOM);
        }
        return new Place(bytes);
    }

    /** What an upload may use; given back when it is closed. */
    public final class Place implements AutoCloseable {

        private final long bytes;

        private Place(long bytes) {
            this.bytes = bytes;
        }

        /** So much lies there now, of which the next look will know. */
        public void used(long size) {
            held.addAndGet(size);
        }

        @Override
        public void close() {
            expected.addAndGet(-bytes);
        }
    }
}
