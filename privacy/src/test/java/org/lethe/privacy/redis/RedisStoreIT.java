package org.lethe.privacy.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
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
    void knowsNoScriptThatIsNotThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> Script.load("none.lua"));
    }
}
