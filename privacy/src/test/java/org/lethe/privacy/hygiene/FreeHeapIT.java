package org.lethe.privacy.hygiene;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.privacy.test.ProcessMemory;

class FreeHeapIT {

    /** A heap that could still grow, and one that is as large as it may be. */
    @ParameterizedTest
    @ValueSource(strings = {"-Xms8m", "-Xms64m"})
    void leavesNothingOfWhatNoObjectUsesAnyMore(String initial)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                // As the services are started.
                                "-XX:+UseSerialGC",
                                "-XX:MarkSweepAlwaysCompactCount=1",
                                "-XX:+ZeroTLAB",
                                "-XX:PretenureSizeThreshold=1m",
                                initial,
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                MarkedHeap.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader told = process.inputReader()) {
            byte[] mark = HexFormat.of().parseHex(requireNonNull(told.readLine()));
            for (int at = 0; at < mark.length; at++) {
                mark[at] = (byte) ~mark[at];
            }
            assumeThat(ProcessMemory.read(process.pid()))
                    .as("SKIPPED: this system does not let a parent read its child's memory")
                    .isPresent();
            assertThat(occurrences(process, mark)).isGreaterThanOrEqualTo(MarkedHeap.MARKS / 2);
            goOn(process);

            assertThat(told.readLine()).isEqualTo("overwritten");
            assertThat(occurrences(process, mark)).isZero();
            goOn(process);
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static int occurrences(Process process, byte[] mark) {
        return ProcessMemory.read(process.pid()).orElseThrow().occurrences(mark);
    }

    private static void goOn(Process process) throws IOException {
        process.outputWriter().write('\n');
        process.outputWriter().flush();
    }
}
