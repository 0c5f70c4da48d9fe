package org.lethe.bench.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Times from what was intended to what came of it, in microseconds to three digits. A delay of the
 * one who sends counts: what a person waits for begins when he has written.
 */
public final class Latencies {

    private static final long LONGEST = TimeUnit.MINUTES.toMicros(5);
    private static final int DIGITS = 3;

    private final ConcurrentHistogram histogram = new ConcurrentHistogram(LONGEST, DIGITS);

    public void record(long nanos) {
        histogram.recordValue(Math.clamp(nanos / 1000, 0, LONGEST));
    }

    /** Takes those that others recorded as well. */
    public void add(Latencies others) {
        histogram.add(others.histogram);
    }

    /** Begins anew, such as after a warm-up. */
    public void reset() {
        histogram.reset();
    }

    public long count() {
        return histogram.getTotalCount();
    }

    /** The time in milliseconds that so many percent did not exceed. */
    public double millis(double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1000.0;
    }
}
