package org.lethe.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TurnoverTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    /** So many come while one is there. */
    @Test
    void hasAsManyOpenAsWereAskedFor() {
        Turnover turnover = Turnover.of(1_000, HALF_AN_HOUR);

        assertThat(turnover.mean()).isEqualTo(Duration.ofMinutes(2));
        assertThat(turnover.pause().multipliedBy(1_000)).isEqualTo(turnover.mean());
    }

    @Test
    void hasThemComeAndGoWhereTimeIsShort() {
        assertThat(Turnover.of(10, Duration.ofSeconds(5)).mean())
                .isEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void spreadsHowLongTheyStay() {
        Turnover turnover = Turnover.of(1_000, HALF_AN_HOUR);

        assertThat(LongStream.range(0, 10_000).mapToObj(turnover::stay))
                .allSatisfy(stay ->
                        assertThat(stay)
                                .isBetween(Duration.ofSeconds(80), Duration.ofSeconds(160)));
        assertThat(
                        LongStream.range(0, 1_000)
                                .map(number -> turnover.stay(number).toMillis())
                                .average()
                                .orElseThrow())
                .isBetween(119_000.0, 121_000.0);
        assertThat(
                        LongStream.range(0, 1_000)
                                .filter(number -> turnover.stay(number).toSeconds() < 90)
                                .count())
                .isBetween(120L, 130L);
    }
}
