package org.lethe.runtime.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So much at once, and again as much over a time.
 *
 * @param capacity how many, or how many bytes
 * @param refill the time in which what was used up comes back
 */
public record Rate(long capacity, Duration refill) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12})([KMG]?) in (\\S+)");

    /** What replicas share of it would else be taken for a record that nobody ends. */
    static final Duration LONGEST = Duration.ofHours(36);

    private static final String UNITS = "KMG";
    private static final int UNIT_BITS = 10;

    public Rate {
        if (capacity < 1 || !refill.isPositive()) {
            throw new IllegalArgumentException("not a rate");
        }
        if (refill.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a rate's time is at most 36 hours");
        }
        // Buckets count in nanoseconds, and would only say so when something is taken.
        if (capacity > refill.toNanos()) {
            throw new IllegalArgumentException("a rate is at most one a nanosecond");
        }
    }

    /**
     * Reads a setting such as {@code 30 in 15s}, or {@code 100M in 6h} for bytes: K, M and G are
     * 1024 of the one before.
     */
    public static Rate valueOf(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("a rate is like '30 in 15s'");
        }
        String unit = form.group(2).toUpperCase(Locale.ROOT);
        int bits = unit.isEmpty() ? 0 : UNIT_BITS * (UNITS.indexOf(unit) + 1);
        return new Rate(
                Math.multiplyExact(Long.parseLong(form.group(1)), 1L << bits),
                DurationConverter.parseDuration(form.group(3)));
    }

    Allowance allowance(TimeMeter time) {
        return new Allowance(
                Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, refill))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /** Of a bucket that replicas share; greedy: what was used up trickles back. */
    BucketConfiguration buckets() {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, refill))
                .build();
    }

    @Override
    public String toString() {
        return capacity + " in " + refill;
    }
}
