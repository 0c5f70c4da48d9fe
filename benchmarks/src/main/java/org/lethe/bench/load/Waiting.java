package org.lethe.bench.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Pauses of a client. */
public final class Waiting {

    private Waiting() {}

    /**
     * Asks every 50 ms, however long it takes: what is measured until then does not go on unseen.
     *
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

    public static void millis(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
