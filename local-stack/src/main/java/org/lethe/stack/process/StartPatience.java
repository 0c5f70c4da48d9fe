package org.lethe.stack.process;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How long a process is waited for that starts: for as long as it works, and no longer than a limit
 * while it does nothing. A slow machine makes starts long, not idle.
 */
final class StartPatience {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Of a core: what waits for something uses less, what starts uses more, starved too. */
    private static final double WORKING = 0.05;

    /** Times the limit, also for a process that works on and on. */
    private static final int AT_MOST = 4;

    private final Duration limit;
    private final LongSupplier nanos;
    private final Supplier<Duration> spent;
    private final long begin;
    private long lastLook;
    private Duration lastSpent;
    private long idle;

    /**
     * @param limit of the time in which nothing is done
     * @param nanos the time, as of {@link System#nanoTime()}
     * @param spent the processor time that the process has used
     */
    StartPatience(Duration limit, LongSupplier nanos, Supplier<Duration> spent) {
        this.limit = limit;
        this.nanos = nanos;
        this.spent = spent;
        this.begin = nanos.getAsLong();
        this.lastLook = begin;
        this.lastSpent = spent.get();
    }

    static StartPatience with(ProcessHandle process, Duration limit) {
        return new StartPatience(
                limit,
                System::nanoTime,
                () -> process.info().totalCpuDuration().orElse(Duration.ZERO));
    }

    /** Whether it is over; asked again and again. */
    boolean isOver() {
        long passed = nanos.getAsLong() - lastLook;
        if (passed >= LOOK.toNanos()) {
            look(passed);
        }
        return idle > limit.toNanos() || waited().compareTo(limit.multipliedBy(AT_MOST)) > 0;
    }

    /** Since the begin. */
    Duration waited() {
        return Duration.ofNanos(nanos.getAsLong() - begin);
    }

    private void look(long passed) {
        Duration now = spent.get();
        if (now.minus(lastSpent).toNanos() < WORKING * passed) {
            idle += passed;
        }
        lastSpent = now;
        lastLook += passed;
    }
}
