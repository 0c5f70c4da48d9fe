package org.lethe.stack;

import java.net.URI;
import java.util.stream.Stream;
import org.lethe.stack.process.Ports;
import org.lethe.stack.process.ProcessHost;
import org.lethe.stack.process.RunDirectory;
import org.lethe.stack.service.ServiceEnvironment;
import org.lethe.stack.service.ServiceKind;
import org.lethe.stack.service.ServiceProcess;

/** The infrastructure without the services, for tests that bring their own. */
public final class StandaloneInfrastructure implements AutoCloseable {

    private static final URI NO_GATEWAY = URI.create("http://localhost");

    private final StackPaths paths;
    private final ProcessHost host;
    private final Infrastructure infrastructure;
    private final StackState state;

    private StandaloneInfrastructure(
            StackPaths paths, ProcessHost host, Infrastructure infrastructure, StackState state) {
        this.paths = paths;
        this.host = host;
        this.infrastructure = infrastructure;
        this.state = state;
    }

    /** Starts all of it on free ports, and waits. */
    public static StandaloneInfrastructure start(StackPaths paths, Progress progress) {
        StackPorts ports = StackPorts.free();
        var host = ProcessHost.start(RunDirectory.create(paths.runs()));
        var signIn = URI.create("http://localhost:" + ports.of(StackPort.GATEWAY) + "/auth");
        try (var parallel = new Parallel(progress)) {
            var infrastructure = Infrastructure.launch(paths, ports, host, signIn, parallel);
            try {
                infrastructure.awaitAll();
                return new StandaloneInfrastructure(
                        paths, host, infrastructure, infrastructure.describe(null, null, null));
            } catch (RuntimeException e) {
                parallel.close();
                infrastructure.close();
                throw e;
            }
        }
    }

    /** Makes all starts of the services quicker that come later; they have to be built. */
    public void trainServices() {
        ServiceEnvironment environment = infrastructure.environment(NO_GATEWAY);
        try (var parallel = new Parallel(Progress.SILENT)) {
            parallel.await(
                    Stream.of(ServiceKind.values())
                            .map(kind ->
                                    parallel.start(kind.module(), () -> train(kind, environment)))
                            .toList());
        }
    }

    private ServiceProcess train(ServiceKind kind, ServiceEnvironment environment) {
        int port = Ports.free();
        var service = new ServiceProcess(host, kind, port, paths, environment.of(kind, port));
        service.train();
        return service;
    }

    public StackState state() {
        return state;
    }

    public Infrastructure parts() {
        return infrastructure;
    }

    @Override
    public void close() {
        infrastructure.close();
    }
}
