package org.lethe.bench.load;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Does things at their intended times, also when those before are late. */
public final class OpenLoop {

    private OpenLoop() {}

    /** One thing to be done. */
    @FunctionalInterface
    public interface Action {
        /**
         * Must not wait for an answer.
         *
         * @param number from 0
         * @param intended by the clock of {@link System#nanoTime()}
         */
        void run(long number, long intended);
    }

    /**
     * @return how many were done
     */
    public static long run(int rate, Duration length, Action action) {
        return run(Duration.ofSeconds(1).dividedBy(rate), length, action);
    }

    /**
     * The same for what may come less often than once a second.
     *
     * @param pause from one to the next
     * @return how many were done
     */
    public static long run(Duration pause, Duration length, Action action) {
        long begin = System.nanoTime();
        long between = pause.toNanos();
        long count = length.toNanos() / between;
        for (long number = 0; number < count; number++) {
            long intended = begin + number * between;
            long early = intended - System.nanoTime();
            while (early > 0) {
                LockSupport.parkNanos(early);
                early = intended - System.nanoTime();
            }
            action.run(number, intended);
        }
        return count;
    }
}
