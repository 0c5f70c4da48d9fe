package org.lethe.stack.keys;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.lethe.privacy.pause.Backoff;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.process.Http;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.service.ServiceKind;

/**
 * The suite that {@code ./lethe up} has started. Its launcher starts a service again that was
 * stopped, so to stop them one by one is to start them again.
 *
 * @param file that tells what runs where
 */
record RunningSuite(Path file, PrintStream out) implements Fleet {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public List<ProcessKeys> ask() {
        StackState state = state();
        return Arrays.stream(ServiceKind.values())
                .map(kind -> NamedProcesses.ask(kind.module(), address(state, kind)))
                .toList();
    }

    @Override
    public void startAgain() {
        for (ServiceKind kind : ServiceKind.values()) {
            out.println("  " + kind.module() + " is started again");
            long before = pid(state(), kind);
            stop(before, kind);
            await(kind, () -> pid(state(), kind) != before && isReady(kind));
        }
    }

    private void stop(long pid, ServiceKind kind) {
        // A process id that is free may be somebody else's by now.
        Optional<ProcessHandle> process =
                ProcessHandle.of(pid)
                        .filter(it ->
                                it.parent()
                                        .filter(parent -> parent.pid() == state().launcher())
                                        .isPresent());
        process.orElseThrow(() -> new PartFailure(kind.module(), "does not run")).destroy();
    }

    private boolean isReady(ServiceKind kind) {
        return Http.succeeds(address(state(), kind).resolve("/q/health/ready"));
    }

    private static void await(ServiceKind kind, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var pauses = Backoff.every(PAUSE);
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end || !pauses.pause()) {
                throw new PartFailure(kind.module(), "is not ready again");
            }
        }
    }

    private StackState state() {
        return StackState.read(file)
                .orElseThrow(() -> new PartFailure("suite", "does not run any more"));
    }

    private static long pid(StackState state, ServiceKind kind) {
        return Optional.ofNullable(state.pids().get(kind.module())).orElse(-1L);
    }

    private static URI address(StackState state, ServiceKind kind) {
        Integer port = state.ports().get(kind.port().code());
        if (port == null) {
            throw new PartFailure(kind.module(), "is not part of what runs here");
        }
        return URI.create("http://127.0.0.1:" + port);
    }
}
