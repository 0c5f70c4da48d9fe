package org.lethe.mail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    @Test
    void doublesUntilItsLongest() {
        for (int attempts = 1; attempts <= 100; attempts++) {
            long full = attempts > 6 ? 60_000 : 1_000L << (attempts - 1);

            Duration pause = backoff.after(attempts, new Random(attempts));

            assertThat(pause.toMillis()).isBetween(full / 2, full);
        }
    }

    @Test
    void spreadsTheLettersOfAnOutage() {
        var random = new Random(17);

        assertThat(random.ints(100).mapToObj(any -> backoff.after(7, random)).distinct().count())
                .isGreaterThan(90);
    }

    @Test
    void refusesALongestThatIsShorterThanTheFirst() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }
}
