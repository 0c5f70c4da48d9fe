package org.lethe.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A JVM's ahead-of-time cache: classes loaded and linked in one training run, which halves the work
 * of every later start.
 *
 * <p>The cache counts only for the same jars and the same flags; else the JVM starts without it.
 */
public record AheadOfTime(Path cache) {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Whether a training run has taken place; one that failed is not tried again. */
    public boolean trained() {
        return Files.exists(cache);
    }

    /** The flags of a start that uses the cache. */
    public List<String> flags() {
        try {
            return trained() && Files.size(cache) > 0
                    ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off")
                    : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Starts the program once, ends it when it is ready, and keeps what it has loaded.
     *
     * @param start a later start, with its flags and without this cache's
     * @param port where it listens in the training run
     */
    public void train(ProcessHost host, Launch start, int port, BooleanSupplier ready) {
        Path unfinished =
                cache.resolveSibling(start.name() + "-" + host.run().path().getFileName() + ".aot");
        var recording = new ArrayList<>(start.command());
        recording.addAll(
                1, List.of("-XX:AOTCacheOutput=" + unfinished, "-Xlog:aot=off", "-Xlog:cds=off"));
        Child child =
                host.start(
                        new Launch(
                                start.name() + "-training",
                                recording,
                                start.environment(),
                                start.directory()));
        try {
            child.awaitListening(port, LIMIT, ready);
        } catch (PartFailure e) {
            // Starts are slower without the cache; that is all. The log of the training says why.
            child.kill();
        }
        // The cache is written when the program ends.
        child.stop(LIMIT);
        // What had to end before it was trained has not failed, and may have written half of it.
        if (!host.closed()) {
            keep(unfinished);
        }
    }

    private void keep(Path unfinished) {
        try {
            if (Files.exists(unfinished)) {
                Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.write(cache, new byte[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
