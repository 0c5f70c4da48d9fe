package org.lethe.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessHostIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir Path runs;

    @Test
    void endsTheChildrenOfALauncherThatWasKilled() throws IOException {
        Process launcher =
                new ProcessBuilder(
                                Executables.java(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                DyingLauncher.class.getName(),
                                runs.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader said = launcher.inputReader()) {
            Path run = Path.of(line(said));
            long quiet = Long.parseLong(line(said));
            long stubborn = Long.parseLong(line(said));
            assertThat(ProcessHandle.of(quiet)).isPresent();
            assertThat(ProcessHandle.of(stubborn)).isPresent();

            launcher.destroyForcibly();

            await().atMost(SOON).until(() -> ProcessHandle.of(quiet).isEmpty());
            await().atMost(SOON).until(() -> ProcessHandle.of(stubborn).isEmpty());
            await().atMost(SOON).until(() -> Files.notExists(run.resolve("data")));
            assertThat(run.resolve("logs")).isDirectory();
        }
    }

    @Test
    void stopsChildrenAndRemovesTheirDataWhenItIsClosed() {
        var host = ProcessHost.start(RunDirectory.create(runs));
        Path data = host.run().data("any");
        Child child = host.start(new Launch("any", List.of("sleep", "1000"), Map.of(), data));

        host.close();

        assertThat(child.alive()).isFalse();
        assertThat(ProcessHandle.of(child.pid())).isEmpty();
        assertThat(data).doesNotExist();
        assertThat(child.log()).exists();
        assertThat(host.guarded()).isFalse();
    }

    @Test
    void freezesAChildAndLetsItGoOn() {
        try (var host = ProcessHost.start(RunDirectory.create(runs))) {
            Child child = host.start(shell(host, "while true; do echo on; sleep 0.02; done"));
            await().atMost(SOON).until(() -> !child.output().isEmpty());

            child.freeze();
            String said = child.output();
            await().during(Duration.ofMillis(300)).until(() -> child.output().equals(said));
            assertThat(child.alive()).isTrue();

            child.thaw();
            await().atMost(SOON).until(() -> child.output().length() > said.length());
        }
    }

    @Test
    void tellsWhichPartEndedAndWhereItsLogIs() {
        try (var host = ProcessHost.start(RunDirectory.create(runs))) {
            Child child = host.start(shell(host, "echo no such file; exit 3"));

            assertThatThrownBy(() -> child.awaitReady(SOON, () -> false))
                    .isInstanceOf(PartFailure.class)
                    .hasMessage("part: ended with code 3 (log: " + child.log() + ")");
            assertThat(child.output()).isEqualTo("no such file\n");
        }
    }

    @Test
    void takesNoStrangersAnswerForReadiness() throws IOException {
        try (var host = ProcessHost.start(RunDirectory.create(runs));
                var stranger = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Child child = host.start(shell(host, "sleep 1000"));

            assertThatThrownBy(
                            () -> child.awaitListening(stranger.getLocalPort(), SOON, () -> true))
                    .hasMessageContaining("answered by another process");
        }
    }

    @Test
    void givesChildrenNothingOfTheLaunchersEnvironment() {
        try (var host = ProcessHost.start(RunDirectory.create(runs))) {
            var launch =
                    new Launch(
                            "part", List.of("env"), Map.of("GIVEN", "yes"), host.run().data("a"));

            Child child = host.start(launch);
            await().atMost(SOON).until(() -> !child.alive());

            // Failsafe plants it.
            assertThat(System.getenv()).containsKey("PLANTED_BY_THE_BUILD");
            assertThat(child.output().lines().map(line -> line.split("=")[0]))
                    .contains("GIVEN", "PATH")
                    .doesNotContain("PLANTED_BY_THE_BUILD");
        }
    }

    @Test
    void startsNothingThatWouldOutliveIt() throws Exception {
        var host = ProcessHost.start(RunDirectory.create(runs));
        Path folder = host.run().data("any");
        var started = new ConcurrentLinkedQueue<Child>();
        var first = new CountDownLatch(1);
        var starters = new Thread(() -> startUntilRefused(host, folder, started, first));
        starters.start();
        first.await();

        host.close();
        starters.join();

        assertThat(started).isNotEmpty().noneMatch(Child::alive);
        assertThat(host.run().path().resolve("data")).doesNotExist();
    }

    private static void startUntilRefused(
            ProcessHost host, Path folder, Collection<Child> started, CountDownLatch first) {
        try {
            for (int part = 0; part < 200; part++) {
                String name = "part-" + part;
                started.add(
                        host.start(new Launch(name, List.of("sleep", "1000"), Map.of(), folder)));
                first.countDown();
            }
        } catch (PartFailure e) {
            // The host is closed, as the test wants it.
        }
    }

    @Test
    void tellsAStepThatWasDoneFromOneThatFailed() {
        try (var host = ProcessHost.start(RunDirectory.create(runs))) {
            host.start(shell(host, "exit 0")).awaitSuccess(SOON);
            Child failing = host.start(shell(host, "exit 3"));
            Child endless = host.start(shell(host, "sleep 1000"));

            assertThatThrownBy(() -> failing.awaitSuccess(SOON))
                    .hasMessageContaining("ended with code 3");
            assertThatThrownBy(() -> endless.awaitSuccess(Duration.ofMillis(1)))
                    .hasMessageContaining("not done after");
            assertThat(endless.alive()).isFalse();
        }
    }

    private static Launch shell(ProcessHost host, String script) {
        return new Launch("part", List.of("sh", "-c", script), Map.of(), host.run().data("any"));
    }

    private static String line(BufferedReader reader) throws IOException {
        return Objects.requireNonNull(reader.readLine(), "the launcher said nothing");
    }
}
