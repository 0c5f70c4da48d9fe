package org.lethe.stack.suite;

import java.util.List;
import org.lethe.stack.geo.GeoFiles;
import org.lethe.stack.kafka.KafkaBroker;
import org.lethe.stack.keycloak.KeycloakServer;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.process.AheadOfTime;
import org.lethe.stack.process.ProcessHost;
import org.lethe.stack.process.RunDirectory;
import org.lethe.stack.redis.RedisBinary;

/** What is done once on a machine and takes most of a minute, so that no start has to do it. */
public final class Preparation {

    private Preparation() {}

    /** Does what has not been done yet, side by side, and leaves nothing running. */
    public static void prepare(StackPaths paths) {
        try (var host = ProcessHost.start(RunDirectory.create(paths.runs()));
                var parallel = new Parallel(Progress.SILENT)) {
            parallel.await(
                    List.of(
                            parallel.start("redis", () -> RedisBinary.find(paths.state())),
                            parallel.start("kafka", () -> kafka(host, paths)),
                            parallel.start("keycloak", () -> keycloak(host, paths)),
                            parallel.start("geo data", () -> GeoFiles.prepare(host, paths.geo()))));
        }
    }

    private static AheadOfTime kafka(ProcessHost host, StackPaths paths) {
        return KafkaBroker.prepare(host, paths.kafkaLibraries(), paths.kafka());
    }

    private static AheadOfTime keycloak(ProcessHost host, StackPaths paths) {
        return KeycloakServer.prepare(host, paths.keycloak(), paths.keycloakDistribution());
    }
}
