package org.lethe.runtime.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final ClockWatch watch = new ClockWatch(START, 0);

    @Test
    void trustsAClockThatGoesAsItShould() {
        assertThat(looked(2_000, 2_000)).isTrue();
        assertThat(looked(3_602_000, 3_602_500)).isTrue();
    }

    @Test
    void distrustsAJumpForHalfAMinute() {
        assertThat(looked(3_600_000, 2_000)).isFalse();
        assertThat(looked(3_629_000, 31_000)).isFalse();
        assertThat(looked(3_631_000, 33_000)).isTrue();
    }

    @Test
    void distrustsAJumpBack() {
        assertThat(looked(-60_000, 2_000)).isFalse();
    }

    private boolean looked(long wallMillis, long monotonicMillis) {
        return watch.isSteady(
                START.plusMillis(wallMillis), Duration.ofMillis(monotonicMillis).toNanos());
    }
}
