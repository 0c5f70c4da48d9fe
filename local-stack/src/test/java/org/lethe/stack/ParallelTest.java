package org.lethe.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.lethe.stack.process.PartFailure;

class ParallelTest {

    @Test
    void namesThePartWhateverItFailsWith() {
        try (var parallel = new Parallel(Progress.SILENT)) {
            CompletableFuture<String> part =
                    parallel.start(
                            "kafka",
                            () -> {
                                throw new UncheckedIOException("disk full", new IOException());
                            });

            assertThatThrownBy(() -> parallel.await(List.of(part)))
                    .isInstanceOf(PartFailure.class)
                    .hasMessage("kafka: disk full");
        }
    }

    @Test
    void doesNotWaitForTheOthersWhenOneHasFailed() {
        try (var parallel = new Parallel(Progress.SILENT)) {
            CompletableFuture<String> slow = parallel.start("slow", ParallelTest::untilInterrupted);
            var _ =
                    parallel.start(
                            "quick",
                            () -> {
                                throw new PartFailure("quick", "failed");
                            });

            assertThatThrownBy(() -> parallel.await(List.of(slow))).hasMessage("quick: failed");
        }
    }

    @Test
    void leavesNoStarterAtWork() {
        var parallel = new Parallel(Progress.SILENT);
        CompletableFuture<String> slow = parallel.start("slow", ParallelTest::untilInterrupted);

        parallel.close();

        assertThat(slow).isDone();
    }

    private static String untilInterrupted() {
        try {
            new CountDownLatch(1).await();
            return "never";
        } catch (InterruptedException e) {
            throw new PartFailure("slow", "interrupted", e);
        }
    }
}
