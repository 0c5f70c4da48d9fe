package org.lethe.privacy.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeapSweepTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private final Semaphore sweeps = new Semaphore(0);

    @Test
    void sweepsOnceForTheDestructionsOfAMoment() throws InterruptedException {
        try (var sweep = new HeapSweep(sweeps::release, Duration.ofMillis(20), NEVER)) {
            for (int i = 0; i < 1000; i++) {
                sweep.request();
            }
            assertThat(sweeps.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(sweeps.availablePermits()).isZero();
    }

    @Test
    void sweepsAgainForWhatIsDestroyedLater() throws InterruptedException {
        try (var sweep = new HeapSweep(sweeps::release, Duration.ZERO, Duration.ZERO)) {
            sweep.request();
            assertThat(sweeps.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
            sweep.request();
            assertThat(sweeps.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void leavesTimeBetweenTwo() throws InterruptedException {
        try (var sweep = new HeapSweep(sweeps::release, Duration.ZERO, NEVER)) {
            sweep.request();
            assertThat(sweeps.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
            sweep.request();
            assertThat(sweeps.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();
        }
    }
}
