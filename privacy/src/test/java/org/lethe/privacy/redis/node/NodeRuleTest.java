package org.lethe.privacy.redis.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeRuleTest {

    @Test
    void findsNothingInNodesAsTheyMustBe() {
        assertThat(NodeRule.findings(Nodes.primary())).isEmpty();
        assertThat(NodeRule.findings(Nodes.replica())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "save|900 1",
                "appendonly|yes",
                "shutdown-on-sigterm|save force",
                "repl-diskless-sync|no",
                "repl-diskless-load|disabled",
                "slowlog-log-slower-than|10000",
                "notify-keyspace-events|xE",
                "crash-log-enabled|yes",
                "maxmemory-policy|allkeys-lru",
                "hz|10",
                "active-expire-effort|1",
                "lazyfree-lazy-expire|yes",
                "lazyfree-lazy-user-del|yes",
                "repl-backlog-size|1048576",
                "repl-timeout|600",
                "client-output-buffer-limit|normal 0 0 0 slave 0 0 0 pubsub 33554432 8388608 60",
                "client-output-buffer-limit|normal 0 0 0 slave 256 64 600 pubsub 33554432 8388608 60",
                "replica-read-only|no"
            })
    void namesTheRoleAndTheSetting(String setting, String value) {
        assertThat(NodeRule.findings(Nodes.with(Nodes.replica(), setting, value)))
                .singleElement()
                .hasToString("replica:" + setting);
        assertThat(NodeRule.findings(Nodes.with(Nodes.primary(), setting, value)))
                .singleElement()
                .hasToString("primary:" + setting);
    }

    @ParameterizedTest
    @EnumSource
    void takesNoSettingForGrantedThatIsNotTold(NodeRule rule) {
        var untold = new NodeState(Map.of(), Nodes.primary().facts(), Nodes.JUNK, Nodes.NOON);

        assertThat(NodeRule.findings(untold).contains(new Finding(Role.PRIMARY, rule)))
                .isEqualTo(NodeRule.ofSettings().contains(rule));
    }

    @ParameterizedTest
    @ValueSource(strings = {"opt.junk: \"false\"", "opt.junk: \"alloc\"", "not supported"})
    void wantsAnAllocatorThatOverwritesWhatIsFreed(String allocator) {
        assertThat(NodeRule.findings(Nodes.of(Nodes.PRIMARY, allocator)))
                .containsExactly(new Finding(Role.PRIMARY, NodeRule.ALLOCATOR));
    }

    @Test
    void letsAnotherAllocatorPassOnOneMachineAlone() {
        String alone = "role:master\nmem_allocator:libc\nconnected_slaves:0\n";

        assertThat(NodeRule.findings(Nodes.of(alone, ""))).isEmpty();
        assertThat(NodeRule.findings(Nodes.of(alone.replace(":0", ":1"), "")))
                .containsExactly(new Finding(Role.PRIMARY, NodeRule.ALLOCATOR));
    }

    @ParameterizedTest
    @CsvSource({"-1,true", "0,true", "90,true", "91,false"})
    void findsAReplicaThatLivesOnWithoutItsPrimary(long seconds, boolean fit) {
        String orphan =
                Nodes.REPLICA.replace("status:up", "status:down")
                        + "master_link_down_since_seconds:"
                        + seconds
                        + "\n";

        assertThat(NodeRule.findings(Nodes.of(orphan, Nodes.JUNK)).isEmpty()).isEqualTo(fit);
    }

    @Test
    void learnsOfOtherNodesFromEach() {
        assertThat(Nodes.primary().others())
                .containsExactly(
                        new Address("redis-1.redis", 6379), new Address("redis-2.redis", 6379));
        assertThat(Nodes.replica().others()).containsExactly(new Address("redis-0.redis", 6379));
    }
}
