package org.lethe.bench.report;

/**
 * One measured value.
 *
 * @param name what it is of, such as {@code one way, p99}
 * @param unit such as {@code ms}
 */
public record Figure(String name, double value, String unit) {}
