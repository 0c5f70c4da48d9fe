package org.lethe.acceptance.journey;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;

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
        } catch (RuntimeException e) {
            out.printf("     FAILED  %s%n", what);
            throw e;
        } catch (Exception e) {
            out.printf("     FAILED  %s%n", what);
            throw new IllegalStateException(e);
        }
    }

    public void step(String what, Runnable work) {
        step(
                what,
                () -> {
                    work.run();
                    return true;
                });
    }

    public void say(String line) {
        out.println("             " + line);
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
