package org.lethe.stack.launch;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.lethe.stack.suite.Progress;

/**
 * Writes a line when a part is ready: parts start side by side, and what counts for a reader is
 * when they are there.
 */
record PrintedProgress(PrintStream out) implements Progress {

    @Override
    public synchronized void ready(String part, Duration taken) {
        out.printf(Locale.ROOT, "  %-24s ready after %5.1f s%n", part, seconds(taken));
    }

    @Override
    public synchronized void note(String line) {
        out.println("  " + line);
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
