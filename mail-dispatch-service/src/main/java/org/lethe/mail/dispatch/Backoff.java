package org.lethe.mail.dispatch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waiting times between attempts: doubled each time, and blurred, so that the letters of an outage
 * do not all come back at once.
 */
record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    Backoff {
        if (!first.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("the longest pause is shorter than the first");
        }
    }

    /** Between half of the doubled time and all of it. */
    Duration after(int attempts, RandomGenerator random) {
        long doubled = first.toMillis() << Math.clamp(attempts - 1, 0, MOST_DOUBLINGS);
        long full = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(full - random.nextLong(full / 2 + 1));
    }
}
