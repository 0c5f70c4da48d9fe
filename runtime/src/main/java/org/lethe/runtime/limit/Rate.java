package org.lethe.runtime.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * So many at once, and again as many over a time.
 *
 * @param refill the time in which what was used up comes back
 */
public record Rate(int burst, Duration refill) {

    public Rate {
        if (burst < 1 || !refill.isPositive()) {
            throw new IllegalArgumentException("not a rate");
        }
    }

    /** So many at once, and so many each second in the long run. */
    public static Rate perSecond(int burst, int each) {
        return new Rate(burst, Duration.ofSeconds(burst).dividedBy(each));
    }

    /** All of it, for one. */
    public Allowance allowance() {
        return allowance(TimeMeter.SYSTEM_NANOTIME);
    }

    Allowance allowance(TimeMeter time) {
        return new Allowance(
                Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(burst, refill))
                        .withCustomTimePrecision(time)
                        .build());
    }
}
