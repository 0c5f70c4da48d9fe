package org.lethe.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class PassersByTest {

    private final Rate rate = new Rate(2, Duration.ofHours(1));

    @Test
    void countsEachAlone() {
        var passers = new PassersBy(rate, 10);

        assertThat(passers.take("a")).isTrue();
        assertThat(passers.take("a")).isTrue();
        assertThat(passers.take("a")).isFalse();
        assertThat(passers.take("b")).isTrue();
    }

    @Test
    void forgetsWhoseAllowanceIsFullAgainAlsoWhileNobodyComes() {
        var time = new SettableTime();
        Deque<Runnable> later = new ArrayDeque<>();
        var passers = new PassersBy(rate, 10, time, later::add);
        passers.take("early");
        time.nanos += rate.refill().toNanos() / 2;
        passers.take("late");

        time.nanos += rate.refill().toNanos() / 2;
        later.remove().run();
        assertThat(passers.count()).isEqualTo(1);

        time.nanos += rate.refill().toNanos();
        later.remove().run();
        assertThat(passers.count()).isZero();
        assertThat(later).as("nothing to wait for").isEmpty();
    }

    @Test
    void keepsWhoGoesOn() {
        var time = new SettableTime();
        Deque<Runnable> later = new ArrayDeque<>();
        var passers = new PassersBy(rate, 10, time, later::add);
        passers.take("a");
        time.nanos += rate.refill().toNanos() - 1;
        passers.take("a");

        time.nanos += 1;
        later.remove().run();

        assertThat(passers.count()).isEqualTo(1);
        assertThat(later).hasSize(1);
    }

    private static final class SettableTime implements TimeMeter {

        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
