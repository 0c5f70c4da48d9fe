package org.lethe.privacy.redis;

/**
 * How the way to Redis is doing, for metrics.
 *
 * @param failures calls that found the store unavailable
 * @param reconnects of the main connection
 */
public record StoreCounts(long failures, long reconnects) {}
