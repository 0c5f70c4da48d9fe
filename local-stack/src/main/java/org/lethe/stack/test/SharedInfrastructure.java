package org.lethe.stack.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lethe.stack.StackPaths;
import org.lethe.stack.StackState;
import org.lethe.stack.launch.InfrastructureMain;
import org.lethe.stack.process.Executables;

/**
 * The infrastructure that all tests of this JVM use: the one that {@code LETHE_INFRA} names, else
 * one that is started for this JVM and ends with it.
 *
 * <p>It runs in a process of its own, because Quarkus loads its tests by class loaders that come
 * and go. What is known about it is kept in a system property for the same reason.
 */
final class SharedInfrastructure {

    private static final String PROPERTY = "lethe.infrastructure";
    private static final long LIMIT_MINUTES = 10;

    private SharedInfrastructure() {}

    static StackState state() {
        Path file = Path.of(given().orElseGet(SharedInfrastructure::started));
        return StackState.read(file)
                .orElseThrow(() -> new IllegalStateException("the infrastructure has ended"));
    }

    private static Optional<String> given() {
        return Optional.ofNullable(System.getenv(InfrastructureMain.VARIABLE))
                .or(() -> Optional.ofNullable(System.getProperty(PROPERTY)));
    }

    private static String started() {
        StackPaths paths = StackPaths.find();
        long self = ProcessHandle.current().pid();
        Path file = paths.runs().resolve("infrastructure-" + self + ".json");
        Path log = paths.runs().resolve("infrastructure.log");
        try {
            Files.createDirectories(paths.runs());
            Process process =
                    new ProcessBuilder(command(paths, file, self))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            await(process, file, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty(PROPERTY, file.toString());
        return file.toString();
    }

    private static void await(Process process, Path file, Path log) throws IOException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(LIMIT_MINUTES);
        while (!Files.exists(file)) {
            try {
                if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > until) {
                    process.destroy();
                    throw new IllegalStateException(
                            "the infrastructure did not start: " + Files.readString(log));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static List<String> command(StackPaths paths, Path file, long self) throws IOException {
        return List.of(
                Executables.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Dlethe.root=" + paths.root(),
                "-cp",
                classPath(paths),
                InfrastructureMain.class.getName(),
                "--state",
                file.toString(),
                "--while",
                Long.toString(self));
    }

    /** The launcher's own libraries, not those of the service under test. */
    private static String classPath(StackPaths paths) throws IOException {
        Path target = paths.root().resolve("local-stack/target");
        try (Stream<Path> files = Files.list(target)) {
            Path jar =
                    files.filter(file ->
                                    file.getFileName().toString().matches("local-stack-.*\\.jar"))
                            .findFirst()
                            .orElseThrow(
                                    () -> new IllegalStateException("build local-stack first"));
            return jar + ":" + target.resolve("launcher").resolve("*");
        }
    }
}
