package org.lethe.privacy.redis.node;

import java.time.Duration;

/**
 * What a clock must show at least: what it once showed, and the monotonic time since.
 *
 * @param nanos of this process' monotonic clock, at which the clock showed the milliseconds or more
 */
public record ClockFloor(long millis, long nanos) {

    /**
     * The part by which two sound clocks may go differently: less than five seconds in the twelve
     * hours of the longest chat, and half of the margin behind a deadline.
     */
    private static final long DRIFT = 10_000;

    private static final Duration TOLERANCE = Duration.ofMillis(100);

    public static ClockFloor of(ClockReading reading) {
        return new ClockFloor(reading.millis(), reading.received());
    }

    /** What the clock must show at least at a moment of the monotonic clock. */
    public long at(long moment) {
        long passed = moment - nanos;
        return millis + Duration.ofNanos(passed - passed / DRIFT).toMillis();
    }

    /** Whether the clock went back for certain: a late answer is no proof. */
    public boolean isUndercutBy(ClockReading reading) {
        return reading.millis() + reading.roundTrip() + TOLERANCE.toMillis()
                < at(reading.received());
    }

    /** The same or higher: it never gives in, so that many small steps back add up. */
    public ClockFloor raisedBy(ClockReading reading) {
        return reading.millis() >= at(reading.received()) ? of(reading) : this;
    }
}
