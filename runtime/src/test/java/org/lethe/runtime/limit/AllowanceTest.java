package org.lethe.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final long SECOND = 1_000_000_000L;

    private final Time time = new Time();
    private final Allowance allowance = new Rate(4, Duration.ofSeconds(2)).allowance(time);

    @Test
    void grantsABurstThenRefuses() {
        assertThat(taken(4)).isEqualTo(4);
        assertThat(allowance.take()).isFalse();
    }

    @Test
    void refillsSteadily() {
        taken(4);

        time.now = SECOND / 4;
        assertThat(allowance.take()).isFalse();
        time.now = SECOND / 2;
        assertThat(allowance.take()).isTrue();
        time.now = SECOND + SECOND / 2;
        assertThat(taken(9)).isEqualTo(2);
    }

    @Test
    void neverHoldsMoreThanABurst() {
        time.now = 3_600 * SECOND;

        assertThat(taken(9)).isEqualTo(4);
    }

    @Test
    void isOfARateThatLetsSomethingThrough() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(0, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, Duration.ZERO));
    }

    private int taken(int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += allowance.take() ? 1 : 0;
        }
        return taken;
    }

    private static final class Time implements TimeMeter {

        private long now;

        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
