package org.lethe.privacy.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.redis.StoreInspection;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.node.Finding;
import org.lethe.privacy.redis.node.NodeRule;
import org.lethe.privacy.redis.node.Role;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.Unsealed;
import org.lethe.privacy.test.ProcessMemory;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;

/** A primary with two replicas and a sentinel that promotes one of them. */
class FailoverIT {

    private static final Duration IDLE = Duration.ofMinutes(30);

    /** To read and search the memory of processes, on a busy machine. */
    private static final Duration SEARCH = Duration.ofSeconds(40);

    private static final Duration FAILOVER = Duration.ofSeconds(40);
    private static final byte[] CLEAR = "the visitor's own words".getBytes(UTF_8);

    private final List<RedisProcess> processes = new ArrayList<>();
    private RedisProcess primary;
    private RedisProcess left;
    private RedisProcess right;
    private TestVault suite;
    private Vault vault;

    @BeforeEach
    void start() {
        primary = keep(RedisProcess.start("min-replicas-to-write 1", "min-replicas-max-lag 10"));
        left = keep(RedisProcess.replicaOf(primary));
        right = keep(RedisProcess.replicaOf(primary));
        RedisProcess sentinel = keep(RedisProcess.sentinel(primary));
        awaitFailover().until(() -> replicasConfirming(primary) == 2);
        awaitFailover().until(() -> infoOf(sentinel).contains("slaves=2"));
        suite =
                TestVault.on(
                        sentinel.settingsBySentinel()
                                .withReplicas(1)
                                .withTimeout(Duration.ofSeconds(1)),
                        Lifetimes.standard());
        vault = suite.vault();
    }

    @AfterEach
    void stop() {
        suite.close();
        processes.forEach(RedisProcess::close);
    }

    @Test
    void holdsDestroyedWhatWasAndOpenWhatWasThroughAFailOver() {
        ChatId open = vault.newChatId();
        ScopeCipher cipher = suite.open(open, IDLE);
        byte[] sealed = cipher.seal(Compartment.CONTENT, "form", CLEAR);
        ChatId destroyed = vault.newChatId();
        suite.open(destroyed, IDLE);
        assertThat(vault.destroy(destroyed, DestroyReason.ENDED, List.of()))
                .isEqualTo(new DestroyOutcome.Destroyed(0));

        primary.kill();

        awaitFailover().until(() -> suite.isOpen(open));
        assertThat(vault.lookup(destroyed)).isEqualTo(new Lookup.Destroyed());
        ScopeCipher after = ((Lookup.Open) vault.lookup(open)).cipher();
        assertThat(after.unseal(Compartment.CONTENT, "form", sealed))
                .isEqualTo(new Unsealed.Clear(CLEAR));
        awaitFailover()
                .until(() ->
                        vault.destroy(open, DestroyReason.ENDED, List.of())
                                instanceof DestroyOutcome.Destroyed);
    }

    @Test
    void destroysAgainWhatThePromotedReplicaHadNotHeardOf() {
        ChatId chat = vault.newChatId();
        suite.open(chat, IDLE);
        awaitFailover().until(() -> isOn(left, chat) && isOn(right, chat));
        // Both stand still while the chat is destroyed: neither hears of it.
        left.freeze();
        right.freeze();

        DestroyOutcome outcome = vault.destroy(chat, DestroyReason.ENDED, List.of());

        assertThat(outcome)
                .isEqualTo(new DestroyOutcome.Unavailable(Unavailability.NOT_REPLICATED));
        primary.kill();
        left.thaw();
        right.thaw();
        awaitFailover().until(() -> Stream.of(left, right).anyMatch(FailoverIT::isPrimary));
        awaitFailover().until(() -> vault.lookup(chat) instanceof Lookup.Destroyed);
        awaitFailover().until(() -> !isOn(left, chat) && !isOn(right, chat));
    }

    @Test
    void destroysAnAddressAgainThatThePromotedReplicaStillHad() {
        ChatId chat = vault.newChatId();
        suite.open(chat, IDLE);
        awaitFailover().until(() -> isOn(left, chat, "ka") && isOn(right, chat, "ka"));
        left.freeze();
        right.freeze();

        assertThatThrownBy(() -> vault.destroyAddresses(List.of(chat)))
                .isInstanceOf(StoreUnavailableException.class);
        primary.kill();
        left.thaw();
        right.thaw();

        awaitFailover().until(() -> Stream.of(left, right).anyMatch(FailoverIT::isPrimary));
        awaitFailover().until(() -> !isOn(left, chat, "ka") && !isOn(right, chat, "ka"));
        awaitFailover().until(() -> isOn(left, chat) || isOn(right, chat));
    }

    @Test
    void leavesNoWrappedKeyWithAReplicaEither() {
        assumeThat(ProcessMemory.read(left.pid()))
                .as("SKIPPED: this system does not let a parent read its child's memory")
                .isPresent();
        assumeThat(left.overwritesFreed())
                .as("SKIPPED: this Redis was built without jemalloc")
                .isTrue();
        var chats = new ArrayList<ChatId>();
        for (int i = 0; i < 50; i++) {
            ChatId chat = vault.newChatId();
            suite.open(chat, IDLE);
            chats.add(chat);
        }
        String key = ScopeKeyNames.slot(chats.getFirst(), "kc");
        byte[] prefix = primary.admin(commands -> commands.getrange(key, 0, 4));
        List<byte[]> records =
                ProcessMemory.read(primary.pid())
                        .orElseThrow()
                        .following(prefix, KeyEncryption.WRAPPED_LENGTH - prefix.length);
        assertThat(ProcessMemory.read(left.pid()).orElseThrow().count(records))
                .as("found while alive")
                .isGreaterThanOrEqualTo(100);

        vault.destroyAll(chats, DestroyReason.ENDED);

        for (RedisProcess each : List.of(primary, left, right)) {
            await().atMost(SEARCH)
                    .untilAsserted(() ->
                            assertThat(ProcessMemory.read(each.pid()).orElseThrow().count(records))
                                    .as("port %s of %s", each.port(), primary.port())
                                    .isZero());
        }
    }

    @Test
    void looksAtEveryNodeAlsoAfterAFailOver() {
        assumeThat(primary.overwritesFreed())
                .as("SKIPPED: this Redis was built without jemalloc")
                .isTrue();
        var fit = new StoreInspection.Fit();
        assertThat(suite.store().inspect()).isEqualTo(fit);

        primary.kill();

        awaitFailover()
                .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                .until(() -> suite.store().inspect().equals(fit) && isSilentOnlyTheOneThatDied());
        RedisProcess follower = isPrimary(left) ? right : left;
        follower.admin(commands -> commands.configSet("appendonly", "yes"));
        assertThat(suite.store().inspect())
                .isEqualTo(
                        new StoreInspection.Unfit(
                                List.of(new Finding(Role.REPLICA, NodeRule.APPENDONLY))));
    }

    private boolean isSilentOnlyTheOneThatDied() {
        return suite.store().silentNodes() == 1;
    }

    // A server that changes its role cuts its connections, ours among them.
    private static ConditionFactory awaitFailover() {
        return await().atMost(FAILOVER).ignoreExceptionsInstanceOf(RedisException.class);
    }

    private static boolean isOn(RedisProcess server, ChatId chat) {
        return isOn(server, chat, "kc");
    }

    private static boolean isOn(RedisProcess server, ChatId chat, String slot) {
        return server.admin(commands -> commands.exists(ScopeKeyNames.slot(chat, slot))) == 1;
    }

    private static long replicasConfirming(RedisProcess server) {
        return server.admin(commands -> {
            commands.psetex("probe", 1000, CLEAR);
            return commands.waitForReplication(2, 1000);
        });
    }

    private static boolean isPrimary(RedisProcess server) {
        return infoOf(server).contains("role:master");
    }

    private static String infoOf(RedisProcess server) {
        return server.admin(commands -> commands.info());
    }

    private RedisProcess keep(RedisProcess process) {
        processes.add(process);
        return process;
    }
}
