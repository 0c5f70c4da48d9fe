package org.lethe.privacy.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.test.RedisCluster;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.ScopeKeyNames;

/** A node of a cluster dies and its replica takes its shards over. */
class ClusterFailoverIT {

    private static final Duration FAILOVER = Duration.ofSeconds(40);
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final List<RedisProcess> processes = new ArrayList<>();
    private RedisProcess doomed;
    private TestVault suite;

    @BeforeEach
    void start() {
        RedisCluster cluster = RedisCluster.start(3);
        processes.addAll(cluster.nodes());
        doomed = cluster.nodes().getFirst();
        processes.add(cluster.addReplicaOf(doomed));
        suite = TestVault.on(cluster.nodes().getLast().settingsOfCluster(), Lifetimes.standard());
    }

    @AfterEach
    void stop() {
        suite.close();
        processes.forEach(RedisProcess::close);
    }

    @Test
    void goesOnWithTheShardsOfANodeThatDied() {
        ChatId destroyed = chatOn(doomed);
        ChatId chat = chatOn(doomed);
        suite.vault().destroy(destroyed, DestroyReason.ENDED, List.of());
        var heard = new ConcurrentLinkedQueue<String>();
        String channel = ScopeKeyNames.slot(chat, "signal");
        suite.store().signals().subscribeSharded(channel, it -> heard.add(new String(it, UTF_8)));

        doomed.kill();

        await().atMost(FAILOVER).until(() -> suite.isOpen(chat));
        assertThat(suite.vault().lookup(destroyed)).isEqualTo(new Lookup.Destroyed());
        await().atMost(FAILOVER)
                .until(() -> {
                    suite.store().publishSharded(channel, "here".getBytes(UTF_8));
                    return heard.contains("here");
                });
        assertThat(suite.vault().destroy(chat, DestroyReason.ENDED, List.of()))
                .isEqualTo(new DestroyOutcome.Destroyed(0));
    }

    private ChatId chatOn(RedisProcess node) {
        while (true) {
            ChatId chat = suite.vault().newChatId();
            suite.open(chat, IDLE);
            String key = ScopeKeyNames.slot(chat, "kc");
            if (node.admin(commands -> commands.keys(key)).contains(key)) {
                return chat;
            }
        }
    }
}
