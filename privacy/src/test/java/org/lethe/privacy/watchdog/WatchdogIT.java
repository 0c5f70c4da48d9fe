package org.lethe.privacy.watchdog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.privacy.redis.ShardLeases;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestSecrets;
import org.lethe.privacy.test.TestVault;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.ScopeKeyNames;
import org.lethe.privacy.vault.Vault;

/** What a mistake anywhere may leave in the store, and that it does not stay. */
class WatchdogIT {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final byte[] CLEAR = "what somebody wrote".getBytes(UTF_8);

    private RedisProcess redis;
    private TestVault suite;
    private Vault vault;
    private ShardLeases leases;
    private Watchdog watchdog;
    private Overdue overdue;

    @BeforeEach
    void start() {
        redis = RedisProcess.start();
        suite = TestVault.on(redis.settings(), Lifetimes.standard());
        vault = suite.vault();
        leases = ShardLeases.start(suite.store(), Duration.ofSeconds(3));
        watchdog = Watchdog.start(suite.store(), vault, TestSecrets.kek().ids(), leases, PAUSE);
        overdue = new Overdue(suite.store());
    }

    @AfterEach
    void stop() {
        watchdog.close();
        leases.close();
        suite.close();
        redis.close();
    }

    @Test
    void removesARecordOfAScopeThatIsNotOpen() {
        String planted = ScopeKeyNames.slot(visit(), "view");

        redis.admin(commands -> commands.psetex(planted, LIFE.toMillis(), CLEAR));

        awaitGone(planted);
        awaitCount(overdue::count);
        awaitCount(watchdog::destroyed);
    }

    @Test
    void countsScopesWhoseKeyAnOlderKeyWraps() {
        List<KeyEncryption> rotated = TestSecrets.rotated();
        watchdog.close();
        watchdog = Watchdog.start(suite.store(), vault, rotated.getLast().ids(), leases, PAUSE);
        VisitId older = visit();
        try (var before = TestVault.on(redis.settings(), Lifetimes.standard(), rotated.getFirst());
                var after =
                        TestVault.on(redis.settings(), Lifetimes.standard(), rotated.getLast())) {
            before.open(older, LIFE).close();
            after.open(visit(), LIFE).close();
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(watchdog.underOlderKeys(ScopeKind.VISIT)).hasValue(1));

            after.vault().destroy(older, DestroyReason.LEFT, List.of());

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(watchdog.underOlderKeys(ScopeKind.VISIT)).hasValue(0));
        }
    }

    @Test
    void removesWhatWasWrittenToAScopeBehindItsDestruction() {
        VisitId visit = visit();
        suite.open(visit, LIFE).close();
        vault.destroy(visit, DestroyReason.LEFT, List.of());
        String late = ScopeKeyNames.meta(visit);

        redis.admin(commands -> commands.hset(late, Map.of("operator", CLEAR)));

        awaitGone(late);
    }

    @Test
    void destroysAScopeThatHasARecordWithoutAnEnd() {
        ChatId chat = vault.newChatId();
        suite.open(chat, LIFE).close();
        String planted = ScopeKeyNames.slot(chat, "slot-that-nobody-knows");

        redis.admin(commands -> commands.set(planted, CLEAR));

        awaitGone(planted);
        assertThat(suite.isOpen(chat)).isFalse();
    }

    @Test
    void destroysAScopeThatWouldLastForTooLong() {
        VisitId visit = visit();
        suite.open(visit, LIFE).close();
        String view = ScopeKeyNames.slot(visit, "kc");

        redis.admin(commands -> commands.pexpire(view, Duration.ofMinutes(10)));

        awaitGone(view);
        assertThat(suite.isOpen(visit)).isFalse();
    }

    @Test
    void tellsOfARecordThatIsNoScopesAndLeavesIt() {
        String planted = "{s09}:nobodys";

        redis.admin(commands -> commands.set(planted, CLEAR));

        await().atMost(SOON).until(() -> overdue.count() == 1);
        assertThat(redis.<byte[]>admin(commands -> commands.get(planted))).isEqualTo(CLEAR);
        redis.admin(commands -> commands.del(planted));
    }

    /** Without it what was erased could be opened again. */
    @Test
    void leavesTombstonesAndGivesThemTheirEnd() {
        LetterId letter = LetterId.of(vault.newChatId(), 0);
        suite.open(letter, LIFE).close();
        vault.destroy(letter, DestroyReason.ERASED, List.of());
        String tombstone = ScopeKeyNames.slot(letter, "gone");

        redis.admin(commands -> commands.persist(tombstone));

        await().atMost(SOON)
                .until(() -> redis.<Long>admin(commands -> commands.pttl(tombstone)) > 0);
        assertThat(overdue.count()).isZero();
        assertThat(vault.open(TestVault.scope(letter, LIFE)))
                .isInstanceOf(OpenOutcome.Destroyed.class);
    }

    /** As after a clock that went back: times to live are as much longer. */
    @Test
    void leavesWhatEndsLaterByAsMuchAsTheClockWentBack() {
        String mark = "{s09}:posted:x";
        redis.admin(commands -> commands.set("{s09}:forward", "3600000".getBytes(UTF_8)));
        redis.admin(commands -> commands.psetex(mark, Duration.ofHours(38).toMillis(), CLEAR));
        String planted = ScopeKeyNames.slot(visit(), "view");
        redis.admin(commands -> commands.psetex(planted, LIFE.toMillis(), CLEAR));

        awaitGone(planted);

        awaitCount(overdue::count);
    }

    @Test
    void leavesWhatIsInOrder() {
        VisitId visit = visit();
        ChatId chat = vault.newChatId();
        ScopeId letter = LetterId.of(chat, 0);
        vault.open(found(visit, Duration.ofSeconds(170))).close();
        suite.open(chat, Duration.ofMinutes(30)).close();
        vault.open(found(letter, Duration.ofHours(24))).close();
        String other = "somebody-else's";
        redis.admin(commands -> commands.set(other, CLEAR));
        String planted = ScopeKeyNames.slot(visit(), "view");
        redis.admin(commands -> commands.psetex(planted, LIFE.toMillis(), CLEAR));

        // It has looked twice at all of it, then.
        awaitGone(planted);

        awaitCount(overdue::count);
        assertThat(suite.isOpen(visit)).isTrue();
        assertThat(suite.isOpen(chat)).isTrue();
        assertThat(suite.isOpen(letter)).isTrue();
        assertThat(redis.<byte[]>admin(commands -> commands.get(other))).isEqualTo(CLEAR);
    }

    /** With entries of the index. */
    private static NewScope found(ScopeId scope, Duration lifetime) {
        return new NewScope(
                scope,
                TestVault.ACME,
                lifetime,
                Map.of(),
                List.of(),
                Identifier.ofAddress(ClientAddress.of("192.0.2.7")));
    }

    private VisitId visit() {
        return vault.newVisitId();
    }

    /** Counted after it is gone, not with it. */
    private static void awaitCount(LongSupplier count) {
        await().atMost(SOON).until(() -> count.getAsLong() == 1);
    }

    private void awaitGone(String key) {
        await().atMost(SOON).until(() -> redis.<Long>admin(commands -> commands.exists(key)) == 0);
    }
}
