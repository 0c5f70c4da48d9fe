package org.lethe.stack.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.lethe.stack.StackPaths;
import org.lethe.stack.process.HttpProbe;
import org.lethe.stack.process.Ports;
import org.lethe.stack.service.ServiceBuild;

/**
 * The packaged service of the module under test, in a process of its own beside the test's: on the
 * same infrastructure, to be killed, and to be looked into.
 */
public final class Replica implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long POLL_MS = 100;

    private final Process process;
    private final URI address;

    private Replica(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param log in a folder where it may also write what is temporary
     * @param settings what it is told beside where the infrastructure is
     */
    public static Replica start(Path log, Map<String, String> settings) {
        int port = Ports.free();
        StackPaths paths = StackPaths.find();
        var build = ServiceBuild.of(paths.root(), module());
        List<String> flags = build.cache(paths.services()).flags();
        var builder =
                new ProcessBuilder(build.command(flags, log.resolveSibling("")))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        var all = new HashMap<>(LetheInfrastructure.settings());
        all.putAll(settings);
        all.put("quarkus.http.host", "127.0.0.1");
        all.put("quarkus.http.port", Integer.toString(port));
        all.forEach((name, value) -> builder.environment().put(variable(name), value));
        try {
            var replica =
                    new Replica(builder.start(), URI.create("http://127.0.0.1:" + port + "/"));
            replica.awaitReady();
            return replica;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI http(String path) {
        return address.resolve("/" + path);
    }

    public URI socket(String path) {
        return URI.create(http(path).toString().replaceFirst("^http", "ws"));
    }

    /**
     * What is alive on its heap.
     *
     * @param folder where the dump lies for a moment
     */
    public HeapDump heap(Path folder) {
        return HeapDump.of(process.pid(), folder);
    }

    /** Ends the process without a chance to say goodbye. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private void awaitReady() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!HttpProbe.succeeds(http("q/health/ready"))) {
            if (ended() || System.nanoTime() > until) {
                kill();
                throw new AssertionError("the replica is not ready");
            }
        }
    }

    private boolean ended() {
        try {
            return process.waitFor(POLL_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Maven runs the tests of a module in its folder. */
    private static String module() {
        return Path.of("").toAbsolutePath().toFile().getName();
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
