package org.lethe.stack.suite;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.layout.StackPorts;
import org.lethe.stack.process.Ports;
import org.lethe.stack.process.ProcessHost;
import org.lethe.stack.process.RunDirectory;
import org.lethe.stack.service.JvmProfile;
import org.lethe.stack.service.ServiceBuild;
import org.lethe.stack.service.ServiceEnvironment;
import org.lethe.stack.service.ServiceInstance;
import org.lethe.stack.service.ServiceKind;
import org.lethe.stack.service.ServiceProcess;

/**
 * Starts services once for the sake of their later starts, on stores that nobody else uses: in a
 * running suite they would take part in its work.
 */
public final class ServiceTraining implements AutoCloseable {

    private static final URI NO_GATEWAY = URI.create("http://localhost");

    private final StackPaths paths;
    private final ProcessHost host;
    private final Infrastructure stores;

    private ServiceTraining(StackPaths paths, ProcessHost host, Infrastructure stores) {
        this.paths = paths;
        this.host = host;
        this.stores = stores;
    }

    /** The services whose present builds have not been trained. */
    public static List<ServiceKind> missing(StackPaths paths) {
        return Stream.of(ServiceKind.values())
                .filter(kind ->
                        !ServiceBuild.of(paths.root(), kind.module())
                                .cache(paths.services())
                                .trained())
                .toList();
    }

    /** Starts the stores. */
    public static ServiceTraining start(StackPaths paths) {
        var host = ProcessHost.start(RunDirectory.create(paths.runs()));
        StackPorts ports = StackPorts.free();
        return Parallel.whole(
                Progress.SILENT,
                parallel ->
                        new ServiceTraining(
                                paths,
                                host,
                                new Infrastructure(
                                        paths, ports, host, NO_GATEWAY, false, parallel)),
                (whole, parallel) -> whole.stores.awaitStores(),
                ServiceTraining::close);
    }

    public ServiceKind train(ServiceKind kind) {
        int port = Ports.free();
        ServiceEnvironment environment = stores.environment(NO_GATEWAY);
        new ServiceProcess(
                        host,
                        new ServiceInstance(kind, 1),
                        port,
                        paths,
                        JvmProfile.LOCAL,
                        environment.of(kind, port))
                .train();
        return kind;
    }

    /** Trains several side by side. */
    public void trainAll(List<ServiceKind> kinds) {
        try (var parallel = new Parallel(Progress.SILENT)) {
            parallel.await(
                    kinds.stream()
                            .map(kind -> parallel.start(kind.module(), () -> train(kind)))
                            .toList());
        }
    }

    @Override
    public void close() {
        stores.close();
    }
}
