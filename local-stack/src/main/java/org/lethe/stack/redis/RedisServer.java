package org.lethe.stack.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lethe.stack.process.Child;
import org.lethe.stack.process.Launch;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.process.Ports;
import org.lethe.stack.process.ProcessHost;
import org.lethe.stack.process.Resource;

/**
 * One Redis without replicas, in memory only.
 *
 * @param launch how it was started, and is again when it was lost
 */
public record RedisServer(Child child, Launch launch, int port, RedisAccess access) {

    /**
     * Overwrites what is freed, and keeps nothing freed for later: what {@code realloc} leaves is
     * not overwritten, and would be found in what is allocated next. Understood by builds with
     * jemalloc.
     */
    public static final String SCRUBBING_ALLOCATOR =
            "junk:free,tcache:false,dirty_decay_ms:0,muzzy_decay_ms:0";

    private static final String NAME = "redis";
    private static final Duration LIMIT = Duration.ofSeconds(15);

    /** Starts Redis and waits until it answers. */
    public static RedisServer start(ProcessHost host, Path binary, int port) {
        Ports.requireFree(NAME, port);
        RedisAccess access = RedisAccess.random();
        Path data = host.run().data(NAME);
        Path configuration = data.resolve("redis.conf");
        try {
            Files.writeString(configuration, settings(port, data, access));
        } catch (IOException e) {
            throw new PartFailure(NAME, "its settings can't be written", e);
        }
        return start(
                host,
                new Launch(
                        NAME,
                        List.of(binary.toString(), configuration.toString()),
                        // Memory that is freed is overwritten, not only given back.
                        Map.of("MALLOC_CONF", SCRUBBING_ALLOCATOR),
                        data),
                port,
                access);
    }

    private static RedisServer start(
            ProcessHost host, Launch launch, int port, RedisAccess access) {
        Child child = host.start(launch);
        child.awaitListening(port, LIMIT, () -> answers(port, access));
        return new RedisServer(child, launch, port, access);
    }

    /** Kills it, and with it all that it held; gives the empty one that runs in its place. */
    public RedisServer lost(ProcessHost host) {
        child.kill();
        return start(host, launch, port, access);
    }

    public String uri() {
        return uri(port);
    }

    /** Those under which Redis forgets what it is told to forget. */
    private static String settings(int port, Path directory, RedisAccess access) {
        return Resource.text(
                "/redis/redis.conf",
                Map.of(
                        "port",
                        port,
                        "directory",
                        directory,
                        "service",
                        RedisAccess.SERVICE,
                        "servicePassword",
                        access.servicePassword(),
                        "admin",
                        RedisAccess.ADMIN,
                        "adminPassword",
                        access.adminPassword()));
    }

    private static String uri(int port) {
        return "redis://127.0.0.1:" + port;
    }

    private static boolean answers(int port, RedisAccess access) {
        try {
            return RedisDialogue.ask(
                            uri(port), RedisAccess.SERVICE, access.servicePassword(), "PING")
                    .equals(List.of("+PONG"));
        } catch (IOException e) {
            return false;
        }
    }
}
