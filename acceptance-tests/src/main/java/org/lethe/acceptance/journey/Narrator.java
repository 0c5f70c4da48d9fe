package org.lethe.acceptance.journey;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Says what happens, as it happens, and how long it took. */
public final class Narrator {
    private final PrintStream out;
    private final long started = System.nanoTime();

    public Narrator(PrintStream out) {
        this.out = out;
    }

    public void chapter(String title) {
        out.println();
        out.println(title);
    }

    /** Does a step and prints it with the time that it took. */
    public <T> T step(String what, Callable<T> work) {
        long before = System.nanoTime();
        try {
            T result = work.call();
            out.printf(
                    "  %6d ms  %s%n",
                    Duration.ofNanos(System.nanoTime() - before).toMillis(), what);
            return result;
        } catch (Exception e) {
            out.printf("     FAILED  %s%n", what);
            throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
        }
    }

    public void step(String what, Runnable work) {
        step(what, Executors.callable(work));
    }

    public void say(String line) {
        out.println("             " + line);
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
