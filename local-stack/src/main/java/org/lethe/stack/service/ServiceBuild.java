package org.lethe.stack.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lethe.stack.process.AheadOfTime;
import org.lethe.stack.process.Executables;
import org.lethe.stack.process.Fingerprint;
import org.lethe.stack.process.LinkedCopy;
import org.lethe.stack.process.PartFailure;

/**
 * The packaged build of a service, and how it is started on this machine.
 *
 * @param module of the service
 * @param folder that holds {@code quarkus-run.jar} and the jars that it names
 * @param jvm that it is started with
 */
public record ServiceBuild(String module, Path folder, JvmProfile jvm) {

    private static final String JAR = "quarkus-run.jar";

    /** Caches of builds that are no longer started go after this time. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** A build that this machine starts quickly. */
    public ServiceBuild(String module, Path folder) {
        this(module, folder, JvmProfile.LOCAL);
    }

    /** The build of a module as Maven leaves it. */
    public static ServiceBuild of(Path root, String module) {
        Path folder = root.resolve(module).resolve("target/quarkus-app");
        if (!Files.exists(folder.resolve(JAR))) {
            throw new PartFailure(module, "is not built; ./lethe builds what is missing");
        }
        return new ServiceBuild(module, folder);
    }

    /** The same build, started otherwise. */
    ServiceBuild with(JvmProfile other) {
        return new ServiceBuild(module, folder, other);
    }

    /** The same build in another folder: a new one beside it takes nothing away from it. */
    ServiceBuild copiedBelow(Path parent) {
        try {
            Path copy = Files.createTempDirectory(parent, module + "-");
            LinkedCopy.of(folder, copy);
            return new ServiceBuild(module, copy, jvm);
        } catch (IOException e) {
            throw new PartFailure(module, "its build can't be copied", e);
        }
    }

    /**
     * What makes the starts of this very build quicker.
     *
     * @param caches the folder in which all builds have theirs
     */
    public AheadOfTime cache(Path caches) {
        return new AheadOfTime(cacheFile(caches));
    }

    Path cacheFile(Path caches) {
        try {
            return Files.createDirectories(caches).resolve(module + "-" + fingerprint() + ".aot");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes the caches of this service's former builds, and what a training left that was broken
     * off. A JVM keeps what it has opened.
     *
     * @param caches the folder in which all builds have theirs
     */
    void removeFormerCaches(Path caches) {
        Instant old = Instant.now().minus(KEPT);
        try (var files = Files.newDirectoryStream(caches, module + "-*")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The command that starts it.
     *
     * @param flags for the JVM, beside its own
     * @param temporary where it may write
     */
    public List<String> command(List<String> flags, Path temporary) {
        var command = new ArrayList<String>();
        command.add(Executables.java());
        command.addAll(jvm.options(module));
        command.addAll(flags);
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-jar");
        command.add(folder.resolve(JAR).toString());
        return command;
    }

    /** What a JVM compares before it trusts a cache: itself, its flags, and its jars. */
    private String fingerprint() throws IOException {
        var parts = new ArrayList<String>();
        parts.add(Runtime.version().toString());
        parts.addAll(jvm.options(module));
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                parts.add(
                        "%s %d %s"
                                .formatted(
                                        folder.relativize(file),
                                        Files.size(file),
                                        Files.getLastModifiedTime(file)));
            }
        }
        return Fingerprint.of(parts);
    }
}
