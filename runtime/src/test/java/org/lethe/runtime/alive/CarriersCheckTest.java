package org.lethe.runtime.alive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CarriersCheckTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Deque<Runnable> begun = new ArrayDeque<>();
    private Duration now = Duration.ofHours(1);
    private final CarriersCheck check = new CarriersCheck(begun::add, () -> now.toNanos());

    @Test
    void isAliveWhileThreadsRun() {
        for (int probe = 0; probe < 9; probe++) {
            assertThat(status()).isEqualTo(UP);
            begun.pop().run();
            now = now.plus(CarriersCheck.PATIENCE);
        }
    }

    @Test
    void isPatientAndBeginsNoOtherMeanwhile() {
        assertThat(status()).isEqualTo(UP);
        now = now.plus(CarriersCheck.PATIENCE.minusNanos(1));

        assertThat(status()).isEqualTo(UP);
        assertThat(begun).hasSize(1);
    }

    @Test
    void isNotAliveOnceOneHasNotRunForSoLong() {
        assertThat(status()).isEqualTo(UP);
        now = now.plus(CarriersCheck.PATIENCE);
        assertThat(status()).isEqualTo(DOWN);
        now = now.plus(SECOND);

        assertThat(status()).isEqualTo(DOWN);
        assertThat(begun).hasSize(1);
    }

    @Test
    void isAliveAgainWhenItRanAfterAll() {
        assertThat(status()).isEqualTo(UP);
        now = now.plus(CarriersCheck.PATIENCE);
        assertThat(status()).isEqualTo(DOWN);

        begun.pop().run();
        assertThat(status()).isEqualTo(UP);
        assertThat(begun).hasSize(1);
    }

    /** In a process of its own, since what it does to its carriers can't be undone. */
    @Test
    @Timeout(30)
    void findsCarriersThatAreHeldForEver() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djdk.virtualThreadScheduler.parallelism=2",
                                "-Djdk.virtualThreadScheduler.maxPoolSize=2",
                                "-cp",
                                System.getProperty("java.class.path"),
                                HeldCarriers.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var told = process.inputReader()) {
            assertThat(told.readAllAsString()).isEqualTo("before UP\nheld UP\nlate DOWN\n");
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private Status status() {
        return check.call().getStatus();
    }
}
