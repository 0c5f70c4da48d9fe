package org.lethe.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A running child process of the stack. */
public final class Child {

    private static final Duration POLL = Duration.ofMillis(50);

    private final String name;
    private final Process process;
    private final Path log;

    /**
     * @param log where its output goes
     */
    public Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return log;
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Of a process that has ended; 128 and the number of the signal if one ended it. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Runs when the process has ended, for whatever reason. */
    public void onEnd(Runnable action) {
        var _ = process.onExit().thenRun(action);
    }

    /**
     * Waits until the condition holds; an end of the process, or no answer in time, is a failure.
     *
     * @param limit of the time in which the process does nothing: a slow machine is waited for
     */
    public void awaitReady(Duration limit, BooleanSupplier ready) {
        awaitReady(StartPatience.with(process.toHandle(), limit), ready);
    }

    private void awaitReady(StartPatience patience, BooleanSupplier ready) {
        while (!ready.getAsBoolean()) {
            if (endsWithin(POLL)) {
                throw failure("ended with code " + process.exitValue());
            }
            if (patience.isOver()) {
                throw failure("not ready after " + patience.waited().toSeconds() + " s");
            }
        }
        if (!alive()) {
            throw failure("ended with code " + process.exitValue());
        }
    }

    /** Waits until the process has ended well; anything else, or no end in time, is a failure. */
    public void awaitSuccess(Duration limit) {
        if (!endsWithin(limit)) {
            kill();
            throw failure("not done after " + limit.toSeconds() + " s");
        }
        if (process.exitValue() != 0) {
            throw failure("ended with code " + process.exitValue());
        }
    }

    /**
     * Waits until this very process listens on the port and the condition holds. Whatever else
     * answers there is a failure, not readiness.
     */
    public void awaitListening(int port, Duration limit, BooleanSupplier ready) {
        StartPatience patience = StartPatience.with(process.toHandle(), limit);
        awaitReady(patience, () -> Ports.answers(port));
        if (!ListeningSockets.listens(pid(), port)) {
            throw failure("port " + port + " is answered by another process");
        }
        awaitReady(patience, ready);
    }

    /** Asks the process to end, without waiting for it. */
    public void askToStop() {
        process.destroy();
    }

    /** Asks the process to end, and ends it when it has not done so in time. */
    public void stop(Duration grace) {
        process.destroy();
        if (!endsWithin(grace)) {
            kill();
        }
    }

    /** Ends the process at once, as a crash would. */
    public void kill() {
        process.destroyForcibly();
        if (!endsWithin(Duration.ofSeconds(10))) {
            throw failure("cannot be killed");
        }
    }

    /** Stops it without ending it: whoever is connected with it hears nothing any more. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets it go on where it was frozen. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            // The shell's own: not every machine has a program of this name.
            String command = "kill -%s %d".formatted(name, pid());
            if (new ProcessBuilder("sh", "-c", command).start().waitFor() != 0) {
                throw failure("can't be sent " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted");
        }
    }

    public PartFailure failure(String reason) {
        return new PartFailure(name, reason, log, null);
    }

    /** What the process has written so far. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean endsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted");
        }
    }
}
