package org.lethe.stack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Starts child processes that end with this one, however it ends.
 *
 * <p>Beside the children runs a small watchdog that reads a pipe from here. The pipe closes when
 * this process dies, even by kill -9; the watchdog then ends the children and removes the data.
 */
public final class ProcessHost implements AutoCloseable {

    /** What a child may know of the launcher's environment: no proxy, no option, no secret. */
    private static final List<String> INHERITED =
            List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final RunDirectory run;
    private final Process watchdog;
    private final List<Child> children = new CopyOnWriteArrayList<>();
    private final Object starting = new Object();
    private boolean closed;

    private ProcessHost(RunDirectory run, Process watchdog) {
        this.run = run;
        this.watchdog = watchdog;
    }

    public static ProcessHost start(RunDirectory run) {
        try {
            install("child.sh", run);
            Path script = install("watchdog.sh", run);
            Process watchdog =
                    new ProcessBuilder(detached("sh", script.toString(), run.path().toString()))
                            .redirectErrorStream(true)
                            .redirectOutput(run.logs().resolve("watchdog.log").toFile())
                            .start();
            return new ProcessHost(run, watchdog);
        } catch (IOException e) {
            throw new PartFailure("watchdog", "cannot be started", e);
        }
    }

    public RunDirectory run() {
        return run;
    }

    /** Starts a child; its output goes to the log that carries its name. */
    public Child start(Launch launch) {
        var command = new ArrayList<String>();
        command.add("sh");
        command.add(run.path().resolve("child.sh").toString());
        command.add(run.path().toString());
        command.add(launch.name());
        command.addAll(launch.command());
        Path log = run.logs().resolve(launch.name() + ".log");
        var builder =
                new ProcessBuilder(command)
                        .directory(launch.directory().toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        environment(builder.environment(), launch.environment());
        Child child = start(launch.name(), builder, log);
        // A process id that is free again may soon be somebody else's.
        child.onEnd(() -> forget(child));
        return child;
    }

    /** What is started while the others are being stopped would outlive them. */
    private Child start(String name, ProcessBuilder builder, Path log) {
        synchronized (starting) {
            if (closed) {
                throw new PartFailure(name, "is not started while everything is being stopped");
            }
            try {
                var child = new Child(name, builder.start(), log);
                children.add(child);
                return child;
            } catch (IOException e) {
                throw new PartFailure(name, "cannot be started", log, e);
            }
        }
    }

    /** Whether the watchdog is there; without it a crash of the launcher would leave children. */
    public boolean guarded() {
        return watchdog.isAlive();
    }

    /** Whether everything is being stopped, or has been. */
    boolean closed() {
        synchronized (starting) {
            return closed;
        }
    }

    /** The children that have not ended. */
    public List<Child> children() {
        return children.stream().filter(Child::alive).toList();
    }

    /** Stops the children side by side, whatever their order was. */
    public static void stop(Collection<Child> children) {
        children.forEach(Child::askToStop);
        children.forEach(child -> child.stop(GRACE));
    }

    /** Stops what still runs, sends the watchdog home and removes the data. */
    @Override
    public void close() {
        synchronized (starting) {
            if (closed) {
                return;
            }
            closed = true;
        }
        run.endStarts();
        stop(children());
        try (var pipe = watchdog.getOutputStream()) {
            pipe.write("done\n".getBytes(StandardCharsets.UTF_8));
            pipe.flush();
        } catch (IOException e) {
            // It has gone before us; there is nothing left to guard.
            watchdog.destroyForcibly();
        }
        awaitWatchdog();
        run.removeData();
    }

    private void awaitWatchdog() {
        try {
            watchdog.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget(Child child) {
        children.remove(child);
        Path file = run.pidFile(child.name());
        String pid = Long.toString(child.pid());
        try {
            // A part that was started again has written the id of its successor.
            if (Files.exists(file) && Files.readString(file).strip().equals(pid)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // The run is being removed; so is the file.
        }
    }

    private static void environment(Map<String, String> target, Map<String, String> added) {
        target.keySet().retainAll(INHERITED);
        target.putAll(added);
    }

    private static Path install(String script, RunDirectory run) throws IOException {
        return Files.write(run.path().resolve(script), Resource.bytes("/process/" + script));
    }

    private static List<String> detached(String... command) {
        var all = new ArrayList<String>();
        Executables.find("setsid").map(Path::toString).ifPresent(all::add);
        all.addAll(List.of(command));
        return all;
    }
}
