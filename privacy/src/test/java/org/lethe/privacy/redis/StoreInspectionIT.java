package org.lethe.privacy.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.privacy.redis.node.Finding;
import org.lethe.privacy.redis.node.NodeRule;
import org.lethe.privacy.redis.node.Role;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;

/** What is read from real nodes, and that none is left out. */
class StoreInspectionIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final StoreInspection FIT = new StoreInspection.Fit();

    /** What a manifest says of the place that a server is in, and a test has one of its own. */
    private static final List<String> OF_THE_PLACE =
            List.of("port", "dir", "aclfile", "min-replicas-to-write", "min-replicas-max-lag");

    private RedisProcess redis;
    private RedisStore store;

    @BeforeEach
    void start() {
        redis = RedisProcess.start();
        store = TestVault.store(redis.settings());
        assumeThat(redis.overwritesFreed())
                .as("SKIPPED: this Redis was built without jemalloc, which is for one machine")
                .isTrue();
    }

    @AfterEach
    void stop() {
        store.close();
        redis.close();
    }

    @Test
    void findsTheSuitesSettingsFit() {
        assertThat(store.inspect()).isEqualTo(FIT);
    }

    @Test
    void findsAPrimaryUnfit() {
        try (var loose = RedisProcess.start("appendonly yes", "maxmemory-policy allkeys-lru");
                var other = TestVault.store(loose.settings())) {
            assertThat(other.inspect())
                    .isEqualTo(unfit(Role.PRIMARY, NodeRule.APPENDONLY, NodeRule.MAXMEMORY_POLICY));
        }
    }

    @Test
    void findsAReplicaUnfitAtTheFirstLook() {
        try (RedisProcess replica = replica("save 60 1", "slowlog-log-slower-than 0")) {
            assertThat(store.inspect())
                    .isEqualTo(
                            unfit(Role.REPLICA, NodeRule.SAVE, NodeRule.SLOWLOG_LOG_SLOWER_THAN));
        }
    }

    @Test
    void findsAnAllocatorThatLeavesWhatIsFreed() {
        try (var careless = RedisProcess.startWithoutJunk();
                var other = TestVault.store(careless.settings())) {
            assertThat(other.inspect()).isEqualTo(unfit(Role.PRIMARY, NodeRule.ALLOCATOR));
        }
    }

    /** That takes Redis milliseconds, in which it does nothing else. */
    @Test
    void asksAProcessForItsAllocatorOnce() {
        store.inspect();
        store.inspect();
        String asked = redis.admin(commands -> commands.info("commandstats"));
        assertThat(asked)
                .containsPattern("cmdstat_memory\\|malloc-stats:calls=1,")
                .containsPattern("cmdstat_info:calls=[2-9]");
    }

    @Test
    void goesOnWithAReplicaThatIsSilentAndCountsIt() {
        try (RedisProcess replica = replica()) {
            await().atMost(SOON).until(() -> store.inspect().equals(FIT) && allNodesAnswer());
            replica.freeze();

            assertThat(store.inspect()).isEqualTo(FIT);
            assertThat(store.silentNodes()).isOne();

            replica.thaw();
            await().atMost(SOON).until(() -> store.inspect().equals(FIT) && allNodesAnswer());
        }
    }

    @Test
    void looksOnAtAReplicaThatLostItsPrimary() {
        try (RedisProcess replica = replica()) {
            store.inspect();
            replica.admin(commands -> commands.replicaof("127.0.0.1", 1));
            replica.admin(commands -> commands.configSet("appendonly", "yes"));

            // No node tells of it any more.
            assertThat(store.inspect()).isEqualTo(unfit(Role.REPLICA, NodeRule.APPENDONLY));
        }
    }

    @Test
    void saysSoWhenItMayNotLook() {
        try (var strict =
                        RedisProcess.start(
                                "user strict on >secret ~* &* +@all -@admin -@dangerous");
                var other = TestVault.store(strict.settings().withUser("strict", "secret"))) {
            assertThat(other.inspect()).isEqualTo(new StoreInspection.Hidden());
        }
    }

    @Test
    void findsTheSettingsOfTheClusterFit() throws IOException {
        Path shipped = Path.of(System.getProperty("basedir", "."), "../k8s/base/redis/redis.conf");
        String[] settings =
                Files.readAllLines(shipped).stream()
                        .filter(line -> !OF_THE_PLACE.contains(line.split(" ", 2)[0]))
                        .toArray(String[]::new);
        try (var server = RedisProcess.startWith(settings);
                var other = TestVault.store(server.settings())) {
            assertThat(other.inspect()).isEqualTo(FIT);
        }
    }

    private RedisProcess replica(String... settings) {
        RedisProcess replica = RedisProcess.replicaOf(redis, settings);
        await().atMost(SOON)
                .until(() ->
                        redis.admin(commands -> commands.info("replication"))
                                .contains("state=online"));
        return replica;
    }

    private boolean allNodesAnswer() {
        return store.silentNodes() == 0;
    }

    private static StoreInspection unfit(Role role, NodeRule... rules) {
        return new StoreInspection.Unfit(
                List.of(rules).stream().map(rule -> new Finding(role, rule)).toList());
    }
}
