package org.lethe.stack.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.process.Child;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.service.ServiceKind;
import org.lethe.stack.suite.Infrastructure;
import org.lethe.stack.suite.Preparation;
import org.lethe.stack.suite.Progress;
import org.lethe.stack.suite.ServiceTraining;

/**
 * Starts the infrastructure for tests, writes what it is into a file, and either runs a command
 * with it or stays as long as another process lives.
 *
 * <p>{@code --state <file> --while <process id>} or {@code --state <file> -- <command>}. A command
 * will start the services often, so they are trained before. {@code --prepare} alone makes what all
 * starts take for granted, and leaves nothing running.
 */
public final class InfrastructureMain {

    /** Names the file to the tests. */
    public static final String VARIABLE = "LETHE_INFRA";

    private static final int TAIL = 10;
    private static final int LONG_TAIL = 60;

    private InfrastructureMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var given = List.of(arguments);
        int code;
        try {
            code = given.equals(List.of("--prepare")) ? prepare() : run(given);
        } catch (PartFailure e) {
            System.err.println(e.getMessage());
            code = 1;
        }
        System.exit(code);
    }

    private static int prepare() {
        Preparation.prepare(StackPaths.find());
        return 0;
    }

    private static int run(List<String> given) throws IOException, InterruptedException {
        if (given.size() < 4 || !given.get(0).equals("--state")) {
            throw new IllegalArgumentException(
                    "--prepare | --state <file> (--while <pid> | -- <command>)");
        }
        Path file = Path.of(given.get(1)).toAbsolutePath();
        return run(file, given.get(2), given.subList(3, given.size()));
    }

    private static int run(Path file, String mode, List<String> rest)
            throws IOException, InterruptedException {
        StackPaths paths = StackPaths.find();
        if (mode.equals("--")) {
            train(paths);
        }
        try (var infrastructure = Infrastructure.standalone(paths, Progress.SILENT)) {
            var closing = new Closing(infrastructure);
            Runtime.getRuntime().addShutdownHook(closing);
            infrastructure.state().write(file);
            try {
                return mode.equals("--")
                        ? new Command(infrastructure, closing).run(file, rest)
                        : companion(rest.getFirst());
            } finally {
                Files.deleteIfExists(file);
                closing.callOff();
            }
        }
    }

    private static void train(StackPaths paths) {
        List<ServiceKind> missing = ServiceTraining.missing(paths);
        if (!missing.isEmpty()) {
            try (var training = ServiceTraining.start(paths)) {
                training.trainAll(missing);
            }
        }
    }

    private static int companion(String pid) throws InterruptedException {
        var ended = new CountDownLatch(1);
        ProcessHandle.of(Long.parseLong(pid))
                .ifPresentOrElse(
                        process -> {
                            var _ = process.onExit().thenRun(ended::countDown);
                        },
                        ended::countDown);
        ended.await();
        return 0;
    }

    /** Stops the parts, and the command that needs them, when this process is asked to end. */
    private static final class Closing extends Thread {

        private final Infrastructure infrastructure;
        private volatile @Nullable Process command;
        private volatile boolean begun;

        Closing(Infrastructure infrastructure) {
            this.infrastructure = infrastructure;
        }

        boolean begun() {
            return begun;
        }

        void alsoEnds(Process running) {
            command = running;
        }

        /**
         * Everything is stopped without it, unless it has begun: then it ends this process, too.
         */
        void callOff() throws InterruptedException {
            if (begun) {
                Thread.currentThread().join();
            }
            Runtime.getRuntime().removeShutdownHook(this);
        }

        @Override
        public void run() {
            begun = true;
            Process running = command;
            if (running != null) {
                Command.end(running);
            }
            infrastructure.close();
        }
    }

    /** A command that needs all parts: it ends with the first that does. */
    private record Command(Infrastructure infrastructure, Closing closing) {

        int run(Path file, List<String> words) throws IOException, InterruptedException {
            var builder = new ProcessBuilder(words).inheritIO();
            builder.environment().put(VARIABLE, file.toString());
            Process process = builder.start();
            closing.alsoEnds(process);
            parts().forEach(part -> part.onEnd(() -> abandon(process, part)));
            int code = process.waitFor();
            if (code != 0 && !closing.begun()) {
                parts().forEach(part -> print(part, TAIL));
            }
            return code;
        }

        private List<Child> parts() {
            return infrastructure.children();
        }

        /** Without one of its parts no test can pass. */
        private void abandon(Process command, Child part) {
            if (command.isAlive() && !closing.begun()) {
                System.err.println(part.failure("has ended while it was needed").getMessage());
                print(part, LONG_TAIL);
                end(command);
            }
        }

        static void end(Process command) {
            command.descendants().forEach(ProcessHandle::destroy);
            command.destroy();
        }

        /** Where tests run for somebody else, the log may be gone with the machine. */
        private static void print(Child part, int lines) {
            List<String> log = part.output().lines().toList();
            System.err.println("The last of the log of " + part.name() + ":");
            log.subList(Math.max(0, log.size() - lines), log.size()).forEach(System.err::println);
        }
    }
}
