package org.lethe.privacy.hygiene;

import java.time.Duration;
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
    private final Gathered scrubs = new Gathered("vault-scrub", this::scrub);

    public BufferScrubber(RedisStore store) {
        this.records = store.keyRecords();
        this.pause = store.replicas() > 0 ? REPLICATED_PAUSE : PAUSE;
    }

    public void request() {
        scrubs.request(pause);
    }

    @Override
    public void close() {
        scrubs.close();
    }

    private void scrub() {
        try {
            records.scrub();
            failures.passed();
        } catch (RuntimeException e) {
            failures.warn("Connection buffers could not be overwritten yet", e);
            scrubs.request(RETRY);
        }
    }
}
