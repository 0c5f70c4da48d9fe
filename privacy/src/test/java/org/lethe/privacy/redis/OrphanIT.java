package org.lethe.privacy.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.privacy.test.RedisProcess;

/** What a replica does without its primary, and what the liveness check of k8s/ says to that. */
class OrphanIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PASSWORD = "of-the-replica";

    /** As the README of k8s/ gives it. */
    private static final String USER =
            "user replica on >" + PASSWORD + " resetkeys &* -@all +psync +replconf +ping +info";

    private static final Path CHECK = Path.of("..", "k8s/base/redis/is-alive.sh");

    @TempDir Path bin;

    @Test
    void keepsWhatIsDueAndIsNotToLiveOn() throws Exception {
        assumeThat(System.getenv("PATH").split(File.pathSeparator, -1))
                .as("SKIPPED: there is no redis-cli on the PATH")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "redis-cli")));
        try (var primary = RedisProcess.start(USER);
                var replica = RedisProcess.replicaOf(primary, USER)) {
            primary.admin(commands -> commands.psetex("key", 2_000, "value".getBytes(UTF_8)));
            await().atMost(SOON).until(() -> size(replica) == 1);
            assertThat(mayLiveOn(primary)).isTrue();
            assertThat(mayLiveOn(replica)).isTrue();

            primary.kill();

            await().atMost(SOON).until(() -> !mayLiveOn(replica));
            // Past its time, as a reader sees it; but it is there.
            await().atMost(SOON)
                    .until(() -> replica.admin(commands -> commands.get("key")) == null);
            assertThat(size(replica)).isOne();

            replica.restart();

            assertThat(size(replica)).isZero();
            assertThat(mayLiveOn(replica)).as("it waits for a primary, and is empty").isTrue();
        }
    }

    private static long size(RedisProcess redis) {
        return redis.admin(commands -> commands.dbsize());
    }

    /** Asks as the probe does in a pod, where there is one Redis, and at the usual port. */
    private boolean mayLiveOn(RedisProcess redis) throws IOException, InterruptedException {
        Path cli = bin.resolve("redis-cli");
        String rest = "PATH=${PATH#*:} exec redis-cli -p " + redis.port() + " \"$@\"";
        Files.write(cli, Arrays.asList("#!/bin/sh", rest));
        if (!cli.toFile().setExecutable(true)) {
            throw new IllegalStateException("the test's own redis-cli can't be run");
        }
        var shell = new ProcessBuilder("sh", CHECK.toString());
        shell.environment().put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
        shell.environment().put("REPLICA_PASSWORD", PASSWORD);
        return shell.start().waitFor() == 0;
    }
}
