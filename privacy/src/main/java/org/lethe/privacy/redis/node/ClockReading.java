package org.lethe.privacy.redis.node;

import java.time.Duration;

/**
 * What a clock showed at some moment between two of this process' monotonic clock.
 *
 * @param millis since 1970, as the clock has it
 * @param sent before it was asked, in nanoseconds
 * @param received after it had answered
 */
public record ClockReading(long millis, long sent, long received) {

    /** How long the answer was on its way, at most: what it may have gone on by since. */
    long roundTrip() {
        return Duration.ofNanos(received - sent).toMillis() + 1;
    }
}
