package org.lethe.stack.suite;

import java.net.URI;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.layout.StackPort;
import org.lethe.stack.layout.StackPorts;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.process.ProcessHost;
import org.lethe.stack.process.RunDirectory;

/** The infrastructure without the services, for tests that bring their own. */
public final class StandaloneInfrastructure implements AutoCloseable {

    private final Infrastructure infrastructure;
    private final StackState state;

    private StandaloneInfrastructure(Infrastructure infrastructure, StackState state) {
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
                        infrastructure, infrastructure.describe(null, null, null));
            } catch (RuntimeException e) {
                parallel.close();
                infrastructure.close();
                throw e;
            }
        }
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
