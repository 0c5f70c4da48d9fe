package org.lethe.privacy.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.outbox.Outbox;
import org.lethe.privacy.reaper.Reaper;
import org.lethe.privacy.redis.ShardLeases;
import org.lethe.privacy.redis.StreamEntry;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;

class DeadlinesIT {

    private static final Duration MARGIN = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(500);

    /** For what is renewed: longer than a busy machine stands still. */
    private static final Duration RENEWED = Duration.ofSeconds(3);

    private static final Duration CHAT = Duration.ofSeconds(4);

    private RedisProcess redis;
    private TestVault suite;
    private Vault vault;

    @BeforeEach
    void start() {
        redis = RedisProcess.start();
        use(MARGIN);
    }

    private void use(Duration margin) {
        suite = TestVault.on(redis.settings(), TestVault.shortLifetimes(margin));
        vault = suite.vault();
    }

    private void useRenewable() {
        suite.close();
        var lifetimes = new Lifetimes(RENEWED, RENEWED, MARGIN.plus(CHAT), SHORT, SHORT, MARGIN);
        suite = TestVault.on(redis.settings(), lifetimes);
        vault = suite.vault();
    }

    @AfterEach
    void stop() {
        suite.close();
        redis.close();
    }

    @Test
    void tellsTheDeadlineAsItStands() {
        useRenewable();
        VisitId visit = vault.newVisitId();
        suite.open(visit, RENEWED).close();
        Instant before = vault.slots().deadline(visit).orElseThrow();

        Instant renewed = vault.renew(visit, RENEWED).orElseThrow();

        assertThat(vault.slots().deadline(visit)).contains(renewed);
        assertThat(renewed).isAfterOrEqualTo(before);
        var _ = vault.destroy(visit, DestroyReason.LEFT, List.of());
        assertThat(vault.slots().deadline(visit)).isEmpty();
    }

    @Test
    void destroysAtTheDeadlineAndTellsWhatBecameOfIt() {
        try (var leases = ShardLeases.start(suite.store(), Duration.ofSeconds(2));
                var reaper = Reaper.start(suite.store(), leases)) {
            VisitId visit = vault.newVisitId();
            ChatId chat = vault.newChatId();
            LetterId letter = LetterId.of(chat, 0);
            List<ScopeId> scopes = List.of(visit, chat, letter, vault.newErasureId());
            scopes.forEach(scope -> suite.open(scope, SHORT));

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> reaper.status().destroyed() == scopes.size());

            scopes.forEach(
                    scope -> assertThat(vault.lookup(scope)).isEqualTo(new Lookup.Destroyed()));
            assertThat(events(visit)).containsExactly("org.lethe.visit.destroyed.v1");
            assertThat(events(chat)).containsExactly("org.lethe.chat.destroyed.v1");
            assertThat(events(letter)).containsExactly("org.lethe.letter.lost.v1");
            assertThat(vault.openScopes(ScopeKind.VISIT, TestVault.ACME)).isEmpty();
            // Before the margin ends, at which Redis would have let the key go by itself.
            assertThat(reaper.status().lateness()).isLessThan(MARGIN);
            assertThat(reaper.overdue()).isZero();
        }
    }

    @Test
    void destroysAThousandAtOnceInTime() {
        var visits = new ArrayList<VisitId>();
        try (var leases = ShardLeases.start(suite.store(), Duration.ofSeconds(2));
                var reaper = Reaper.start(suite.store(), leases)) {
            for (int i = 0; i < 1000; i++) {
                VisitId visit = vault.newVisitId();
                suite.open(visit, SHORT);
                visits.add(visit);
            }

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> reaper.status().destroyed() == visits.size());

            assertThat(reaper.status().lateness()).isLessThan(MARGIN);
        }
        assertThat(vault.lookupAll(visits).values()).allMatch(new Lookup.Destroyed()::equals);
    }

    @Test
    void destroysInOneCallAsManyAsWereAskedForOfAllShardsTogether() {
        for (int i = 0; i < 5; i++) {
            suite.open(vault.newVisitId(), SHORT);
        }
        await().pollDelay(SHORT.plusMillis(100)).until(() -> true);

        List<ScriptReply> first = reapAtMost(3);

        assertThat(destroyed(first)).isEqualTo(3);
        assertThat(first).anySatisfy(shard -> assertThat(shard.at(3).number()).isEqualTo(1));
        List<ScriptReply> second = reapAtMost(3);
        assertThat(destroyed(second)).isEqualTo(2);
        assertThat(second).allSatisfy(shard -> assertThat(shard.at(3).number()).isZero());
    }

    private List<ScriptReply> reapAtMost(int most) {
        Script reap = Script.load("vault/reap.lua");
        return suite.store().runAll(ScriptBatch.onAll(reap, most).inOneCall());
    }

    private static long destroyed(List<ScriptReply> shards) {
        return shards.stream().mapToLong(shard -> shard.at(0).number()).sum();
    }

    @Test
    void keepsWhatIsRenewed() {
        useRenewable();
        try (var leases = ShardLeases.start(suite.store(), Duration.ofSeconds(2));
                var reaper = Reaper.start(suite.store(), leases)) {
            VisitId visit = vault.newVisitId();
            suite.open(visit, RENEWED);
            Instant end = Instant.now().plus(RENEWED).plusMillis(500);

            await().pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> {
                        assertThat(vault.renew(visit, RENEWED)).isPresent();
                        return Instant.now().isAfter(end);
                    });

            assertThat(suite.isOpen(visit)).isTrue();
            await().atMost(Duration.ofSeconds(20)).until(() -> !suite.isOpen(visit));
            awaitCounted(reaper);
        }
    }

    /** What Redis has destroyed, the reaper counts once it has the answer. */
    private static void awaitCounted(Reaper reaper) {
        await().atMost(Duration.ofSeconds(20)).until(() -> reaper.status().destroyed() == 1);
    }

    @Test
    void endsAChatHoweverOftenItIsRenewed() {
        useRenewable();
        try (var leases = ShardLeases.start(suite.store(), Duration.ofSeconds(2));
                var reaper = Reaper.start(suite.store(), leases)) {
            ChatId chat = vault.newChatId();
            suite.open(chat, RENEWED);
            Instant opened = Instant.now();

            await().pollInterval(Duration.ofMillis(100))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> vault.renew(chat, RENEWED).isEmpty());
            assertThat(vault.lookup(chat)).isEqualTo(new Lookup.Destroyed());

            // The clocks of Redis and of this machine may differ by a little.
            assertThat(Duration.between(opened, Instant.now()))
                    .isGreaterThan(CHAT.minusMillis(200));
            awaitCounted(reaper);
        }
    }

    @Test
    void neverOutlivesTheCeilingWithNoReaperRunning() {
        suite.close();
        use(Duration.ofMillis(300));
        VisitId visit = vault.newVisitId();
        ScopeCipher cipher = suite.open(visit, SHORT);
        vault.slots()
                .put(
                        visit,
                        Slots.VISIT_VIEW,
                        cipher.seal(Compartment.CONTENT, "view", new byte[10]));
        String key = ScopeKeyNames.slot(visit, "kc");
        Duration ceiling = Duration.ofMillis(800);

        assertThat(suite.store().keyspace().life(key))
                .hasValueSatisfying(it -> assertThat(it).isLessThanOrEqualTo(ceiling));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> vault.lookup(visit) instanceof Lookup.Destroyed);

        assertThat(vault.slots().get(visit, Slots.VISIT_VIEW)).isEmpty();
        assertThat(vault.open(TestVault.scope(visit, SHORT)))
                .as("keys that ran out don't come back")
                .isEqualTo(new OpenOutcome.Destroyed());
    }

    @Test
    void tellsLateWhatRanOutWhileNoReaperWasRunning() {
        suite.close();
        use(Duration.ofMillis(300));
        LetterId letter = LetterId.of(vault.newChatId(), 0);
        suite.open(letter, SHORT);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> vault.lookup(letter) instanceof Lookup.Destroyed);

        try (var leases = ShardLeases.start(suite.store(), Duration.ofSeconds(2));
                var reaper = Reaper.start(suite.store(), leases)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> reaper.status().destroyed() == 1);
        }
        assertThat(events(letter)).containsExactly("org.lethe.letter.lost.v1");
        assertThat(vault.openScopes(ScopeKind.LETTER, TestVault.ACME)).isEmpty();
    }

    private List<String> events(ScopeId scope) {
        return suite
                .store()
                .keyspace()
                .entriesAll(List.of(Outbox.key(scope.shard())), 10_000)
                .getFirst()
                .stream()
                .filter(entry -> entry.text("subject").equals(scope.value()))
                .map((StreamEntry entry) -> entry.text("type"))
                .toList();
    }
}
