package org.lethe.privacy.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.privacy.index.FindOutcome;
import org.lethe.privacy.reaper.Reaper;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.test.RedisCluster;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.ScopeKeyNames;

/** The same over three nodes: every script stays on its shard's node. */
class ClusterIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static List<RedisProcess> nodes;
    private static TestVault suite;

    @BeforeAll
    static void start() {
        nodes = RedisCluster.start(3).nodes();
        suite = TestVault.on(nodes.getFirst().settingsOfCluster(), Lifetimes.standard());
    }

    @AfterAll
    static void stop() {
        suite.close();
        nodes.forEach(RedisProcess::close);
    }

    @Test
    void opensAndDestroysOnEveryShard() {
        var heard = new ConcurrentLinkedQueue<ScopeId>();
        suite.vault().onDestroyed(heard::add);
        var visits = new ArrayList<VisitId>();
        try (var leases = ShardLeases.start(suite.store(), Duration.ofSeconds(2));
                var reaper = Reaper.start(suite.store(), leases)) {
            for (int i = 0; i < 200; i++) {
                VisitId visit = suite.vault().newVisitId();
                suite.open(visit, Duration.ofSeconds(5));
                visits.add(visit);
            }
            assertThat(suite.vault().lookupAll(visits).values())
                    .hasSize(200)
                    .anyMatch(Lookup.Open.class::isInstance);

            await().atMost(SOON).until(() -> reaper.status().destroyed() == visits.size());
        }
        assertThat(suite.vault().lookupAll(visits).values())
                .allMatch(new Lookup.Destroyed()::equals);
        assertThat(suite.vault().openScopes(ScopeKind.VISIT, TestVault.ACME)).isEmpty();
        await().atMost(SOON).until(() -> heard.containsAll(visits));
    }

    @Test
    void findsOnEveryShard() {
        Identifier network = Identifier.Network.of(ClientAddress.of("192.0.2.7"));
        var scopes = new ArrayList<NewScope>();
        for (int i = 0; i < 200; i++) {
            scopes.add(
                    new NewScope(
                            suite.vault().newVisitId(),
                            TestVault.ACME,
                            Duration.ofSeconds(60),
                            Map.of(),
                            List.of(),
                            Set.of(network)));
        }
        suite.vault().openAll(scopes).forEach(OpenOutcome::close);
        List<ScopeId> visits = scopes.stream().map(NewScope::id).toList();

        var found = (FindOutcome.Found) suite.vault().index().find(TestVault.ACME, Set.of(network));

        assertThat(found.any()).containsExactlyInAnyOrderElementsOf(visits);
        suite.vault().destroyAll(visits, DestroyReason.ERASED);
        assertThat(suite.vault().index().find(TestVault.ACME, Set.of(network)))
                .isEqualTo(new FindOutcome.Found(Map.of(network, Set.of())));
    }

    @Test
    void carriesShardedSignalsOnTheNodeOfTheirShard() {
        for (int i = 0; i < 10; i++) {
            ChatId chat = suite.vault().newChatId();
            var heard = new ConcurrentLinkedQueue<String>();
            String channel = ScopeKeyNames.slot(chat, "signal");
            try (Subscription subscription =
                    suite.store()
                            .signals()
                            .subscribeSharded(channel, it -> heard.add(new String(it, UTF_8)))) {
                suite.store().publishSharded(channel, "here".getBytes(UTF_8));
                await().atMost(SOON).until(() -> heard.contains("here"));
            }
        }
    }

    @Test
    void scrubsEachNodesBuffers() {
        ChatId chat = suite.vault().newChatId();
        suite.open(chat, Duration.ofMillis(500));
        suite.vault().destroy(chat, DestroyReason.ENDED, List.of());

        suite.store().keyRecords().scrub();

        assertThat(suite.store().inspect()).isEqualTo(new StoreInspection.Fit());
    }
}
