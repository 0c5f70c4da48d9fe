package org.lethe.runtime.gate;

import java.time.Duration;
import java.time.Instant;

/** Notices that the wall clock did not go as the monotonic clock did. */
final class ClockWatch {

    private static final Duration TOLERANCE = Duration.ofSeconds(2);
    private static final Duration QUARANTINE = Duration.ofSeconds(30);

    private Instant wall;
    private long nanos;
    private long trustedFrom;

    ClockWatch(Instant wall, long nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.trustedFrom = nanos;
    }

    /** Whether the clock can be trusted: it did not jump for half a minute. */
    boolean isSteady(Instant wallNow, long nanosNow) {
        Duration byWall = Duration.between(wall, wallNow);
        Duration byNanos = Duration.ofNanos(nanosNow - nanos);
        if (byWall.minus(byNanos).abs().compareTo(TOLERANCE) > 0) {
            trustedFrom = nanosNow + QUARANTINE.toNanos();
        }
        wall = wallNow;
        nanos = nanosNow;
        return nanosNow - trustedFrom >= 0;
    }
}
