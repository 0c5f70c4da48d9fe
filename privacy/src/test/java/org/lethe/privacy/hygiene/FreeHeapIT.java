package org.lethe.privacy.hygiene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FreeHeapIT {

    @Test
    void leavesNothingOfWhatNoObjectUsesAnyMore() throws IOException, InterruptedException {
        assumeTrue(Files.isReadable(MarkedHeap.MAPS), "a process is not shown its memory here");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                // As the services are started.
                                "-XX:+UseSerialGC",
                                "-XX:MarkSweepAlwaysCompactCount=1",
                                "-XX:+ZeroTLAB",
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                MarkedHeap.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();

        String[] counts = printed.strip().split(" ");
        assertThat(Integer.parseInt(counts[0])).isGreaterThanOrEqualTo(MarkedHeap.MARKS / 2);
        assertThat(counts[1]).isEqualTo("0");
    }
}
