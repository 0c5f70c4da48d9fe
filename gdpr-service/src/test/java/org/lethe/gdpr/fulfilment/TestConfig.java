package org.lethe.gdpr.fulfilment;

import java.time.Duration;

/** Times of erasures for tests. */
public record TestConfig(Duration askAgainAfter, Duration answersAwaited)
        implements ErasureSettings {

    public TestConfig() {
        this(Duration.ofMinutes(2), Duration.ofHours(23));
    }

    @Override
    public Duration expectedTime() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Duration resumeAfter() {
        return Duration.ZERO;
    }

    @Override
    public Duration sweepInterval() {
        return Duration.ofSeconds(1);
    }
}
