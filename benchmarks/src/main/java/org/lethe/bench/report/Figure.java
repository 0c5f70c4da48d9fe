package org.lethe.bench.report;

import org.jspecify.annotations.Nullable;

/**
 * One measured value.
 *
 * @param name what it is of, such as {@code one way, p99}
 * @param unit such as {@code ms}
 * @param size how many there were meanwhile, of whatever grows; null where nothing does
 */
public record Figure(String name, double value, String unit, @Nullable Integer size) {

    /** A figure of a scenario in which nothing grows. */
    public Figure(String name, double value, String unit) {
        this(name, value, unit, null);
    }

    /** The same, as it was with so many. */
    public Figure of(int grownTo) {
        return new Figure(name, value, unit, grownTo);
    }

    /** Tells it from all others of its run. */
    String label() {
        return label(name, size);
    }

    static String label(String name, @Nullable Integer size) {
        return size == null ? name : name + ", of " + size;
    }
}
