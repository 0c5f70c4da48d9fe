package org.lethe.acceptance.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for the suite from outside, always bounded. */
public final class Pause {
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMillis(500);

    private Pause() {}

    public static void of(Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
    }

    static void millis(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    /**
     * Asks often at first and then less: what waits for long should not be what keeps the suite
     * busy.
     *
     * @return false when the condition did not come true in time
     */
    public static boolean until(Duration patience, BooleanSupplier condition) {
        long begin = System.nanoTime();
        long deadline = begin + patience.toNanos();
        while (!condition.getAsBoolean()) {
            long now = System.nanoTime();
            if (now > deadline) {
                return false;
            }
            long pause = Math.clamp((now - begin) / 10, SHORTEST.toNanos(), LONGEST.toNanos());
            LockSupport.parkNanos(pause);
        }
        return true;
    }
}
