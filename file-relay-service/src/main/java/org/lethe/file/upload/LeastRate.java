package org.lethe.file.upload;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.problem.Refusal;

/**
 * Sees to it that a body comes fast enough not to hold a place that others wait for. A pause is no
 * fault, as long as enough comes within a while.
 */
final class LeastRate {

    private static final Duration WHILE = Duration.ofSeconds(15);

    private final long least;
    private final LongSupplier nanos;
    private long since;
    private long come;

    /** Tests bring a monotonic clock of their own. */
    LeastRate(long bytesPerSecond, LongSupplier nanos) {
        this.least = bytesPerSecond * WHILE.toSeconds();
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    static LeastRate of(long bytesPerSecond) {
        return new LeastRate(bytesPerSecond, System::nanoTime);
    }

    /** Some bytes have come; throws a {@link Refusal} if they were too few for too long. */
    void came(int bytes) {
        come += bytes;
        long now = nanos.getAsLong();
        if (now - since >= WHILE.toNanos()) {
            if (come < least) {
                throw new Refusal(ErrorCode.TOO_SLOW);
            }
            since = now;
            come = 0;
        }
    }
}
