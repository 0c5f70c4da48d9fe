package org.lethe.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where something is prepared that is kept between runs. It gets its name when it is finished, so
 * that nobody ever finds half of it.
 */
public final class UnfinishedFolder implements AutoCloseable {

    private static final String PREFIX = "unfinished-";

    /** Longer than any preparation takes: what is older was left by a launcher that was killed. */
    private static final Duration OLD = Duration.ofHours(1);

    private final Path path;

    private UnfinishedFolder(Path path) {
        this.path = path;
    }

    /** Makes one beside the target, and removes those that were left there. */
    public static UnfinishedFolder beside(Path target) throws IOException {
        Path parent = Files.createDirectories(target.toAbsolutePath().getParent());
        for (Path left : leftIn(parent)) {
            RunDirectory.delete(left);
        }
        return new UnfinishedFolder(
                Files.createTempDirectory(parent, PREFIX + target.getFileName() + "-"));
    }

    public Path path() {
        return path;
    }

    /**
     * Gives what has been made its name, at once and only if nobody else has done so meanwhile.
     *
     * @param made this folder or one in it
     * @param target where it belongs
     */
    public void finish(Path made, Path target) throws IOException {
        try {
            Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another process has made it meanwhile, which is as good.
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    @Override
    public void close() throws IOException {
        RunDirectory.delete(path);
    }

    private static List<Path> leftIn(Path parent) throws IOException {
        Instant old = Instant.now().minus(OLD);
        try (var all = Files.list(parent)) {
            return all.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .filter(folder -> folder.toFile().lastModified() < old.toEpochMilli())
                    .toList();
        }
    }
}
