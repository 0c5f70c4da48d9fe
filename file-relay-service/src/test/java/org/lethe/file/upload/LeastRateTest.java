package org.lethe.file.upload;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.problem.Refusal;

class LeastRateTest {

    private final AtomicLong nanos = new AtomicLong();
    private final LeastRate rate = new LeastRate(100, nanos::get);

    @Test
    void takesWhatComesFastEnough() {
        assertThatCode(
                        () -> {
                            for (int second = 0; second < 60; second++) {
                                after(1);
                                rate.came(100);
                            }
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void bearsAPause() {
        rate.came(1_500);
        after(14);
        rate.came(1);
        after(1);

        assertThatCode(() -> rate.came(0)).doesNotThrowAnyException();
    }

    /** A byte now and then keeps a connection, and its place, for ever. */
    @Test
    void refusesAByteEachFewSeconds() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 5; i++) {
                        after(4);
                        rate.came(1);
                    }
                })
                .matches(refusal -> refusal.code() == ErrorCode.TOO_SLOW);
    }

    private void after(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
