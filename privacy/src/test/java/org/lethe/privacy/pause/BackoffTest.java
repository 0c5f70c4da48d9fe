package org.lethe.privacy.pause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void pausesGrowUpToTheLimit() {
        var backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(3));
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(1));
        assertThat(backoff.pause()).isTrue();
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(2));
        assertThat(backoff.pause()).isTrue();
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(3));
        assertThat(backoff.pause()).isTrue();
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(3));
    }

    @Test
    void anInterruptedThreadDoesNotTryAgain() {
        var backoff = Backoff.every(MINUTE);
        Thread.currentThread().interrupt();
        assertThat(backoff.pause()).isFalse();
        assertThat(Thread.interrupted()).as("the interruption is still said").isTrue();
        assertThat(backoff.next()).isEqualTo(MINUTE);
    }

    @Test
    void blursEachPauseDownToItsHalf() {
        for (int attempts = 1; attempts <= 100; attempts++) {
            long full = attempts > 6 ? 60_000 : 1_000L << (attempts - 1);

            Backoff backoff = new Backoff(SECOND, MINUTE).blurred(new Random(attempts));

            assertThat(backoff.after(attempts).toMillis()).isBetween(full / 2, full);
        }
    }

    @Test
    void spreadsWhatFailedTogether() {
        Backoff backoff = new Backoff(SECOND, MINUTE).blurred(new Random(17));

        assertThat(new Random(1).ints(100).mapToObj(any -> backoff.after(7)).distinct().count())
                .isGreaterThan(90);
    }

    @Test
    void refusesALongestThatIsShorterThanTheFirst() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), SECOND));
    }
}
