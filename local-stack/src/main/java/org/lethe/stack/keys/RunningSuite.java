package org.lethe.stack.keys;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lethe.privacy.pause.Backoff;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.process.Http;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.service.ServiceInstance;
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
        return services(state)
                .map(service -> NamedProcesses.ask(service.name(), address(state, service)))
                .toList();
    }

    @Override
    public void startAgain() {
        services(state()).forEach(this::startAgain);
    }

    private void startAgain(ServiceInstance service) {
        out.println("  " + service.name() + " is started again");
        long before = pid(state(), service);
        stop(before, service);
        await(service, () -> pid(state(), service) != before && isReady(service));
    }

    /** All processes of all services; one that is just being started again has its port, too. */
    private static Stream<ServiceInstance> services(StackState state) {
        return Arrays.stream(ServiceKind.values())
                .flatMap(kind ->
                        IntStream.rangeClosed(1, ServiceInstance.MOST)
                                .mapToObj(number -> new ServiceInstance(kind, number)))
                .filter(service ->
                        service.number() == 1 || state.ports().containsKey(service.portCode()));
    }

    private void stop(long pid, ServiceInstance service) {
        // A process id that is free may be somebody else's by now.
        Optional<ProcessHandle> process =
                ProcessHandle.of(pid)
                        .filter(it ->
                                it.parent()
                                        .filter(parent -> parent.pid() == state().launcher())
                                        .isPresent());
        process.orElseThrow(() -> new PartFailure(service.name(), "does not run")).destroy();
    }

    private boolean isReady(ServiceInstance service) {
        return Http.succeeds(address(state(), service).resolve("/q/health/ready"));
    }

    private static void await(ServiceInstance service, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var pauses = Backoff.every(PAUSE);
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end || !pauses.pause()) {
                throw new PartFailure(service.name(), "is not ready again");
            }
        }
    }

    private StackState state() {
        return StackState.read(file)
                .orElseThrow(() -> new PartFailure("suite", "does not run any more"));
    }

    private static long pid(StackState state, ServiceInstance service) {
        return Optional.ofNullable(state.pids().get(service.name())).orElse(-1L);
    }

    private static URI address(StackState state, ServiceInstance service) {
        Integer port = state.ports().get(service.portCode());
        if (port == null) {
            throw new PartFailure(service.name(), "is not part of what runs here");
        }
        return URI.create("http://127.0.0.1:" + port);
    }
}
