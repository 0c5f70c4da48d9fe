package org.lethe.presence.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The packaged service in a process of its own, beside the one that a test runs in. */
final class Replica implements AutoCloseable {

    private static final List<String> SHARED =
            List.of(
                    "lethe.redis.uri",
                    "lethe.redis.username",
                    "lethe.redis.password",
                    "kafka.bootstrap.servers",
                    "lethe.secrets.directory",
                    "lethe.presence.geo-directory",
                    "lethe.clients.resolver",
                    "quarkus.oidc.auth-server-url",
                    "quarkus.oidc.token.issuer",
                    "lethe.lifetimes.visit",
                    "lethe.origins.console");

    private final Process process;
    private final URI address;

    private Replica(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static Replica start(Path log) {
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx128m",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-jar",
                                Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        Config config = ConfigProvider.getConfig();
        for (String name : SHARED) {
            environment.put(variable(name), config.getValue(name, String.class));
        }
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        try {
            return ready(builder.start(), URI.create("http://127.0.0.1:" + port + "/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Replica ready(Process process, URI address) {
        Replica replica = new Replica(process, address);
        boolean ready = false;
        try {
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(replica::isReady);
            ready = true;
            return replica;
        } finally {
            if (!ready) {
                replica.kill();
            }
        }
    }

    URI http(String path) {
        return address.resolve("/" + path);
    }

    URI socket(String path) {
        return URI.create(http(path).toString().replaceFirst("^http", "ws"));
    }

    /** Writes all live objects of the process to a file. */
    Path dumpHeap(Path file) throws IOException, InterruptedException {
        Process jcmd =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(process.pid()),
                                "GC.heap_dump",
                                file.toAbsolutePath().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (jcmd.waitFor() != 0 || !Files.exists(file)) {
            throw new AssertionError("no heap dump");
        }
        return file;
    }

    /** Ends the process without a chance to say goodbye. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("the replica ended");
        }
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) http("q/health/ready").toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
