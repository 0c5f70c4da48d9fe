package org.lethe.acceptance.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for the suite from outside, always bounded. */
public final class Pause {
    private Pause() {}

    public static void of(Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
    }

    static void millis(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    /**
     * @return false when the condition did not come true in time
     */
    public static boolean until(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            millis(50);
        }
        return true;
    }
}
