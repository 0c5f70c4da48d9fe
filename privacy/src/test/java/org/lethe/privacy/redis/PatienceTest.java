package org.lethe.privacy.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lettuce.core.RedisCommandTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void waitsForAStoreThatAnswersLate() {
        String answer = Patience.with(Duration.ofMinutes(1), () -> answerAfter(3));

        assertThat(answer).isEqualTo("here");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void ends() {
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> Patience.with(Duration.ZERO, () -> answerAfter(1000)));
    }

    @Test
    void doesNotRepeatWhatIsNoFaultOfTheStore() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Patience.with(Duration.ofMinutes(1), this::mistaken));

        assertThat(attempts).hasValue(1);
    }

    private String answerAfter(int enough) {
        if (attempts.incrementAndGet() < enough) {
            throw new StoreUnavailableException(
                    new RedisCommandTimeoutException("EVALSHA timed out"));
        }
        return "here";
    }

    private String mistaken() {
        attempts.incrementAndGet();
        throw new IllegalArgumentException("no such thing");
    }
}
