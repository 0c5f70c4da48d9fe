package org.lethe.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    /** Else a slow suite would be asked less, and look quick. */
    @Test
    void keepsToTheScheduleWhenSomethingIsLate() {
        List<Long> intended = new ArrayList<>();

        long count =
                OpenLoop.run(
                        1_000,
                        Duration.ofMillis(50),
                        (number, time) -> {
                            intended.add(time);
                            if (number == 0) {
                                Waiting.millis(30);
                            }
                        });

        assertThat(count).isEqualTo(50);
        for (int i = 1; i < intended.size(); i++) {
            assertThat(intended.get(i) - intended.get(i - 1)).isEqualTo(1_000_000);
        }
    }

    @Test
    void doesWhatComesLessOftenThanOnceASecond() {
        List<Long> intended = new ArrayList<>();

        long count =
                OpenLoop.run(
                        Duration.ofMillis(1_500),
                        Duration.ofMillis(2_000),
                        (_, time) -> intended.add(time));

        assertThat(count).isEqualTo(1);
        assertThat(intended).hasSize(1);
    }

    @Test
    void aMessageTellsItsTime() {
        assertThat(Stamp.text(1234567890123L)).hasSize(120);
        assertThat(Stamp.isIn(Stamp.text(5))).isTrue();
        assertThat(Stamp.isIn("Is number 5 still there?")).isFalse();
        assertThat(Stamp.ofText(Stamp.text(1234567890123L))).isEqualTo(1234567890123L);
        assertThat(Stamp.ofId(Stamp.id(42))).isEqualTo(42);
    }

    @Test
    void latenciesKeepThreeDigits() {
        var latencies = new Latencies();
        for (int millis = 1; millis <= 100; millis++) {
            latencies.record(millis * 1_000_000L);
        }

        assertThat(latencies.count()).isEqualTo(100);
        assertThat(latencies.millis(50)).isBetween(49.9, 50.1);
        assertThat(latencies.millis(99)).isBetween(98.9, 99.2);
        latencies.reset();
        assertThat(latencies.count()).isZero();
    }
}
