package org.lethe.runtime.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** The upper ends of the buckets of all durations, from 1 ms to 10 s. */
final class Buckets {

    private static final Duration[] ENDS =
            LongStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
                    .mapToObj(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private Buckets() {}

    static Duration[] ends() {
        return ENDS.clone();
    }

    /** Registers a histogram for each of these outcomes. */
    static Map<Outcome, Timer> timers(
            MeterRegistry registry, Set<Outcome> outcomes, Supplier<Timer.Builder> builder) {
        var timers = new EnumMap<Outcome, Timer>(Outcome.class);
        for (Outcome outcome : outcomes) {
            timers.put(
                    outcome,
                    builder.get()
                            .tag("outcome", outcome.code())
                            .serviceLevelObjectives(ENDS)
                            .register(registry));
        }
        return timers;
    }

    /** Counts what began then; makes nothing anew. */
    static void record(Map<Outcome, Timer> timers, Outcome outcome, long begin) {
        Timer timer = timers.get(outcome);
        if (timer != null) {
            timer.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        }
    }
}
