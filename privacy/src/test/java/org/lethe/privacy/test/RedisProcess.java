package org.lethe.privacy.test;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.lethe.privacy.redis.RedisSettings;

/** A redis-server of a test's own, on a free port, with the settings of the suite. */
public final class RedisProcess implements AutoCloseable {

    public static final String USER = "lethe";
    public static final String PASSWORD = "of-the-tests";

    /** Has the allocator overwrite what is freed, keep no caches, and give pages back at once. */
    private static final String JUNK_FREED =
            "junk:free,tcache:false,dirty_decay_ms:0,muzzy_decay_ms:0";

    private static final List<String> SETTINGS =
            List.of(
                    "bind 127.0.0.1",
                    "protected-mode no",
                    "daemonize no",
                    "loglevel warning",
                    "save \"\"",
                    "appendonly no",
                    "hz 100",
                    "dynamic-hz no",
                    "active-expire-effort 10",
                    "lazyfree-lazy-expire no",
                    "lazyfree-lazy-user-del no",
                    "maxmemory-policy noeviction",
                    "slowlog-log-slower-than -1",
                    "crash-log-enabled no",
                    "notify-keyspace-events \"\"",
                    "repl-diskless-sync yes",
                    "repl-diskless-sync-delay 0",
                    "repl-diskless-load swapdb",
                    "repl-backlog-size 16kb",
                    "user "
                            + USER
                            + " on >"
                            + PASSWORD
                            + " ~* &* +@all -@admin -@dangerous +info +config|get");

    private static final RedisCodec<String, byte[]> CODEC =
            RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final Path folder;
    private final int port;
    private final List<String> arguments;
    private final String allocator;
    private @Nullable Process process;

    private RedisProcess(Path folder, int port, List<String> arguments, String allocator) {
        this.folder = folder;
        this.port = port;
        this.arguments = arguments;
        this.allocator = allocator;
    }

    /** Starts a server; the settings come after the suite's own and override them. */
    public static RedisProcess start(String... settings) {
        var all = new ArrayList<>(SETTINGS);
        all.addAll(List.of(settings));
        return start(FreePort.next(), all, List.of(), JUNK_FREED);
    }

    /**
     * Starts a server whose allocator leaves freed memory as it was, and which leaves the buffers
     * of connections where they are: only what the allocator overwrites may be moved.
     */
    public static RedisProcess startWithoutJunk() {
        var settings = new ArrayList<>(SETTINGS);
        settings.add("enable-debug-command local");
        RedisProcess server = start(FreePort.next(), settings, List.of(), "junk:false");
        server.admin(RedisProcess::keepBuffers);
        return server;
    }

    /** Starts a server with these settings and none of the suite's but its user. */
    public static RedisProcess startWith(String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.add(SETTINGS.getLast());
        return start(FreePort.next(), all, List.of(), JUNK_FREED);
    }

    /** Starts a server that follows another. */
    public static RedisProcess replicaOf(RedisProcess primary, String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.add("replicaof 127.0.0.1 " + primary.port());
        return start(all.toArray(String[]::new));
    }

    /** Starts a server that can join a cluster. */
    public static RedisProcess clusterNode() {
        return start("cluster-enabled yes", "cluster-node-timeout 2000");
    }

    /** Starts a sentinel that watches a primary called {@code lethe}. */
    public static RedisProcess sentinel(RedisProcess primary) {
        return start(
                FreePort.next(),
                List.of(
                        "bind 127.0.0.1",
                        "protected-mode no",
                        "loglevel warning",
                        "sentinel monitor lethe 127.0.0.1 " + primary.port() + " 1",
                        "sentinel down-after-milliseconds lethe 1000",
                        "sentinel failover-timeout lethe 3000"),
                List.of("--sentinel"),
                JUNK_FREED);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return running().pid();
    }

    /** The primary that this sentinel knows, as the suite's own user. */
    public RedisSettings settingsBySentinel() {
        return RedisSettings.of("redis-sentinel://127.0.0.1:" + port + "#lethe")
                .withUser(USER, PASSWORD);
    }

    /** The cluster that this node belongs to, as the suite's own user. */
    public RedisSettings settingsOfCluster() {
        return RedisSettings.of("redis-cluster://127.0.0.1:" + port).withUser(USER, PASSWORD);
    }

    /** Stops the process where it is: connections stay, nothing answers. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    /** As the suite's own, restricted user. */
    public RedisSettings settings() {
        return RedisSettings.of("redis://127.0.0.1:" + port).withUser(USER, PASSWORD);
    }

    /** Runs commands as the user who may everything. */
    public <T> T admin(Function<RedisCommands<String, byte[]>, T> commands) {
        RedisURI uri = RedisURI.create("127.0.0.1", port);
        RedisClient client = RedisClient.create(uri);
        try (StatefulRedisConnection<String, byte[]> connection = client.connect(CODEC)) {
            return commands.apply(connection.sync());
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }

    /** Whether its allocator can overwrite what is freed: the carried binary's can't. */
    public boolean overwritesFreed() {
        return admin(commands -> commands.info("memory")).contains("mem_allocator:jemalloc");
    }

    /** Kills the process: nothing is written, nobody is told. */
    public void kill() {
        running().destroyForcibly();
        waitForEnd();
    }

    /** The same server again, empty. */
    public void restart() {
        kill();
        startAgain();
    }

    /** The same server again, empty, after it was killed. */
    public void startAgain() {
        launch();
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill();
        }
        TempFolder.delete(folder);
    }

    private static String keepBuffers(RedisCommands<String, byte[]> commands) {
        var arguments = new CommandArgs<>(CODEC).add("REPLYBUFFER").add("RESIZING").add(0);
        return commands.dispatch(CommandType.DEBUG, new StatusOutput<>(CODEC), arguments);
    }

    private static RedisProcess start(
            int port, List<String> settings, List<String> arguments, String allocator) {
        try {
            Path folder = TempFolder.create("lethe-redis");
            var lines = new ArrayList<>(settings);
            lines.add("port " + port);
            lines.add("dir " + folder);
            Files.write(folder.resolve("redis.conf"), lines);
            var server = new RedisProcess(folder, port, arguments, allocator);
            server.launch();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch() {
        var command = new ArrayList<String>();
        command.add(RedisBinary.server().toString());
        command.add(folder.resolve("redis.conf").toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().put("MALLOC_CONF", allocator);
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("redis.log").toFile());
        try {
            Process started = builder.start();
            process = started;
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(10))
                .until(this::accepts);
    }

    private boolean accepts() {
        if (!running().isAlive()) {
            throw new IllegalStateException("redis-server ended, see " + folder);
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForEnd() {
        try {
            if (!running().waitFor(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("redis-server does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }
}
