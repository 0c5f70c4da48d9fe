package org.lethe.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where one run of the stack keeps its data, logs and process ids; its owner alone may look into
 * it.
 *
 * <p>The data goes when the run ends, the logs of the newest runs stay.
 */
public final class RunDirectory {

    private static final int KEPT_RUNS = 10;
    private static final Duration NEW = Duration.ofMinutes(1);
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    private static final ZoneId ZONE = ZoneId.systemDefault();
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-", Locale.ROOT);

    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    /**
     * Makes the directory of a new run under {@code runs}, and removes what old runs left there.
     */
    public static RunDirectory create(Path runs) {
        try {
            createOwned(runs);
            removeOld(runs);
            // Sorts by age; owner only, as temporary directories are.
            Path path = Files.createTempDirectory(runs, LocalDateTime.now(ZONE).format(NAME));
            for (String part : List.of("data", "logs", "pids")) {
                createOwned(path.resolve(part));
            }
            Files.createFile(path.resolve("alive"));
            Files.writeString(
                    path.resolve("launcher"), Long.toString(ProcessHandle.current().pid()));
            return new RunDirectory(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    public Path logs() {
        return path.resolve("logs");
    }

    /** A directory for the data of one part. */
    public Path data(String part) {
        try {
            return createOwned(path.resolve("data").resolve(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path pidFile(String child) {
        return path.resolve("pids").resolve(child);
    }

    /** From now on a child that has not become its command yet ends instead. */
    void endStarts() {
        try {
            Files.deleteIfExists(path.resolve("alive"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes everything but the logs. */
    public void removeData() {
        try {
            delete(path.resolve("data"));
            delete(path.resolve("pids"));
            Files.deleteIfExists(path.resolve("child.sh"));
            Files.deleteIfExists(path.resolve("watchdog.sh"));
            Files.deleteIfExists(path.resolve("alive"));
            Files.deleteIfExists(path.resolve("launcher"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path createOwned(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, OWNER_ONLY);
        return directory;
    }

    private static void removeOld(Path runs) throws IOException {
        List<Path> ended;
        try (var all = Files.list(runs)) {
            ended =
                    all.filter(Files::isDirectory)
                            .filter(run -> !hasLauncher(run))
                            .sorted()
                            .toList();
        }
        for (Path run : ended) {
            delete(run.resolve("data"));
        }
        for (Path run : ended.subList(0, Math.max(0, ended.size() - KEPT_RUNS))) {
            delete(run);
        }
    }

    private static boolean hasLauncher(Path run) {
        try {
            // One that is just being made has not named its launcher yet.
            if (Files.getLastModifiedTime(run).toInstant().isAfter(Instant.now().minus(NEW))) {
                return true;
            }
            long pid = Long.parseLong(Files.readString(run.resolve("launcher")).strip());
            return ProcessHandle.of(pid).isPresent();
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    /** Deletes a directory with all that is in it, if it is there. */
    public static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(
                directory,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure)
                            throws IOException {
                        // A part that is still ending may remove its own files meanwhile.
                        if (failure instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw failure;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException failure) throws IOException {
                        Files.deleteIfExists(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
