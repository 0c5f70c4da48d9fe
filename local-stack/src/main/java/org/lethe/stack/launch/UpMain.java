package org.lethe.stack.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.suite.LetheStack;
import org.lethe.stack.suite.StackSettings;

/**
 * {@code ./lethe up}: starts the suite and stays until it is stopped or a part has failed for good.
 */
public final class UpMain {

    private UpMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        StackSettings config;
        try {
            config = UpOptions.parse(List.of(arguments), StackSettings.standard());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(UpOptions.USAGE);
            System.exit(2);
            return;
        }
        System.exit(run(config));
    }

    private static int run(StackSettings config) throws InterruptedException {
        var progress = new PrintedProgress(System.out);
        Path file = config.paths().runningStack();
        var running = StackState.read(file);
        if (running.isPresent()) {
            System.err.println(
                    "A stack is running already (process " + running.get().launcher() + ").");
            return 1;
        }
        System.out.println("Lethe is starting.");
        LetheStack stack;
        try {
            stack = LetheStack.start(config.withProgress(progress));
        } catch (PartFailure e) {
            System.err.println("Failed: " + e.getMessage());
            return 1;
        }
        var watch =
                new HealthWatch(
                        new RunningStack(stack, file),
                        progress,
                        new RestartLimit(System::nanoTime));
        var closing = new Closing(stack, watch, file);
        Runtime.getRuntime().addShutdownHook(new Thread(closing));
        stack.state().write(file);
        new Welcome(System.out).print(stack, sinceStart());
        if (TrainingMain.startBeside(config.paths())) {
            progress.note("The next start is made quicker in the background.");
        }
        PartFailure failure = watch.follow();
        if (closing.begun()) {
            // Ctrl-C: the shutdown hook is stopping everything, and the process with it.
            Thread.currentThread().join();
        }
        System.err.println("Failed: " + failure.getMessage());
        closing.run();
        return 1;
    }

    private static Duration sinceStart() {
        Instant start = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        return Duration.between(start, Instant.now());
    }

    /** Stops everything, once. */
    private static final class Closing implements Runnable {

        private final LetheStack stack;
        private final HealthWatch watch;
        private final Path file;
        private final AtomicBoolean begun = new AtomicBoolean();

        Closing(LetheStack stack, HealthWatch watch, Path file) {
            this.stack = stack;
            this.watch = watch;
            this.file = file;
        }

        boolean begun() {
            return begun.get();
        }

        @Override
        public void run() {
            if (!begun.compareAndSet(false, true)) {
                return;
            }
            watch.silence();
            System.out.println("\nStopping.");
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                stack.close();
            }
            System.out.println("Everything has stopped; the data is gone.");
        }
    }
}
