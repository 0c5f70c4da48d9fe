package org.lethe.presence.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lethe.privacy.retention.Lifetimes;

class VisitTimesTest {

    private static final VisitSettings DEFAULTS = new Config(25, 85, 5);

    @Test
    void keepsVisitsFor170SecondsAfterTheLastHeartbeat() {
        VisitTimes times = VisitTimes.of(DEFAULTS, Lifetimes.standard().visit());

        assertThat(times)
                .isEqualTo(
                        new VisitTimes(
                                Duration.ofSeconds(170),
                                Duration.ofSeconds(25),
                                Duration.ofSeconds(85),
                                Duration.ofSeconds(5)));
    }

    @Test
    void bearsABackgroundTabThatWakesUpOnceAMinute() {
        VisitTimes times = VisitTimes.of(DEFAULTS, Lifetimes.standard().visit());

        assertThat(times.silence()).isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void quickensWithAShorterLifetime() {
        VisitTimes times = VisitTimes.of(DEFAULTS, Duration.ofSeconds(4));

        assertThat(times.heartbeat()).isEqualTo(Duration.ofMillis(800));
        assertThat(times.heartbeatSeconds()).isEqualTo(1);
        assertThat(times.silence()).isEqualTo(Duration.ofSeconds(2));
        assertThat(times.renewEvery()).isEqualTo(Duration.ofMillis(200));
    }

    private record Config(int heartbeatSeconds, int silenceSeconds, int renewSeconds)
            implements VisitSettings {

        @Override
        public Duration heartbeat() {
            return Duration.ofSeconds(heartbeatSeconds);
        }

        @Override
        public Duration silence() {
            return Duration.ofSeconds(silenceSeconds);
        }

        @Override
        public Duration renewEvery() {
            return Duration.ofSeconds(renewSeconds);
        }
    }
}
