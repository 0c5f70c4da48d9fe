package org.lethe.privacy.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;

class RedisStoreIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final byte[] VALUE = "value".getBytes(UTF_8);

    private static RedisProcess redis;
    private static RedisStore store;

    @BeforeAll
    static void start() {
        redis = RedisProcess.start();
        store = TestVault.store(redis.settings());
    }

    @AfterAll
    static void stop() {
        store.close();
        redis.close();
    }

    @Test
    void givesEveryValueATimeToLive() {
        store.keyspace().put("{s01}:a", VALUE, MINUTE);
        assertThat(store.keyspace().life("{s01}:a"))
                .hasValueSatisfying(it -> assertThat(it).isPositive());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.keyspace().put("{s01}:b", VALUE, Duration.ZERO));
    }

    @Test
    void readsManyInTheirOrder() {
        store.keyspace().put("{s02}:a", VALUE, MINUTE);
        assertThat(store.keyspace().getAll(List.of("{s02}:none", "{s02}:a")))
                .satisfiesExactly(
                        none -> assertThat(none).isEqualTo(Optional.empty()),
                        some -> assertThat(some).hasValue(VALUE));
    }

    @Test
    void runsAScriptThatRedisDoesNotKnowYet() {
        redis.admin(commands -> commands.scriptFlush());
        Script epoch = Script.load("vault/epoch.lua");

        assertThat(store.run(ScriptCall.of(epoch, 3, "aaaa")).text()).isEqualTo("aaaa");
        assertThat(store.run(ScriptCall.of(epoch, 3, "bbbb")).text()).isEqualTo("aaaa");
    }

    @Test
    void runsAScriptOnAllShardsInFewCalls() {
        Script lease = Script.load("vault/lease.lua");
        for (int shard = 0; shard < Shard.COUNT; shard += 2) {
            store.run(ScriptCall.of(lease, shard, "mine", 60_000));
        }
        redis.admin(commands -> commands.configResetstat());

        List<Long> taken =
                store.runAll(ScriptBatch.onAll(lease, "theirs", 60_000)).stream()
                        .map(ScriptReply::number)
                        .toList();

        assertThat(taken).hasSize(Shard.COUNT);
        for (int shard = 0; shard < Shard.COUNT; shard++) {
            assertThat(taken.get(shard)).isEqualTo(shard % 2);
        }
        String commands = redis.admin(it -> it.info("commandstats"));
        assertThat(commands).containsPattern("cmdstat_evalsha:calls=4,");
        assertThat(store.runAll(ScriptBatch.of(lease, List.of()))).isEmpty();
        redis.admin(it -> it.configResetstat());
        assertThat(store.runAll(ScriptBatch.onAll(lease, "theirs", 60_000).inOneCall()))
                .hasSize(Shard.COUNT);
        String atOnce = redis.admin(it -> it.info("commandstats"));
        assertThat(atOnce)
                .containsPattern("cmdstat_evalsha:calls=1,")
                .doesNotContain("cmdstat_get:");
    }

    /** A scope that can't be destroyed must not keep those of other shards alive. */
    @Test
    void whatFailsOnOneShardIsDoneOnTheOthers() {
        Script script = Script.load("test/fails-on-one.lua");

        assertThatRuntimeException()
                .isThrownBy(() -> store.runAll(ScriptBatch.of(script, List.of(2, 3, 4))));

        assertThat(store.keyspace().get("{s02}:seen")).isPresent();
        assertThat(store.keyspace().get("{s03}:seen")).isEmpty();
        assertThat(store.keyspace().get("{s04}:seen")).isPresent();
    }

    @Test
    void knowsNoScriptThatIsNotThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> Script.load("none.lua"));
    }
}
