package org.lethe.stack.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.stack.process.Ports;
import org.lethe.stack.process.ProcessHost;
import org.lethe.stack.process.RunDirectory;

class RedisServerIT {

    @TempDir Path folder;

    @Test
    void runsTheCarriedRedisWhereThereIsNoOther() throws Exception {
        Path binary = RedisBinary.carried(folder);
        try (var host = ProcessHost.start(RunDirectory.create(folder.resolve("runs")))) {
            RedisServer redis = RedisServer.start(host, binary, Ports.free());

            assertThat(redis.child().alive()).isTrue();
            assertThat(
                            RedisDialogue.ask(
                                    redis.uri(),
                                    RedisAccess.SERVICE,
                                    redis.access().servicePassword(),
                                    "PING"))
                    .containsExactly("+PONG");
        }
        assertThat(RedisBinary.carried(folder)).isEqualTo(binary);
    }

    @Test
    void isBackEmptyUnderTheSameAddressWhenItWasLost() throws Exception {
        try (var host = ProcessHost.start(RunDirectory.create(folder.resolve("runs")))) {
            RedisServer redis = RedisServer.start(host, RedisBinary.find(folder), Ports.free());
            assertThat(ask(redis, "SET held 1 PX 60000")).containsExactly("+OK");

            RedisServer back = redis.lost(host);

            assertThat(redis.child().alive()).isFalse();
            assertThat(back.uri()).isEqualTo(redis.uri());
            assertThat(ask(redis, "EXISTS held")).containsExactly(":0");
        }
    }

    private static List<String> ask(RedisServer redis, String command) throws IOException {
        return RedisDialogue.ask(
                redis.uri(), RedisAccess.SERVICE, redis.access().servicePassword(), command);
    }

    @Test
    void leavesNoFileBehindWhenItStops() throws Exception {
        var host = ProcessHost.start(RunDirectory.create(folder.resolve("runs")));
        RedisServer redis = RedisServer.start(host, RedisBinary.find(folder), Ports.free());
        Path data = host.run().data("redis");

        redis.child().stop(Duration.ofSeconds(5));

        try (var files = Files.list(data)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactly("redis.conf");
        }
        host.close();
    }
}
