package org.lethe.privacy.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.contracts.scope.Compartment.ADDRESS;
import static org.lethe.contracts.scope.Compartment.CONTENT;
import static org.lethe.privacy.test.TestVault.ACME;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;

/** What lies in the store of a scope: its keys, and everything with an end. */
class ScopeRecordsIT {

    private static final Duration VISIT = Duration.ofSeconds(170);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final byte[] CLEAR = "the visitor's own words".getBytes(UTF_8);

    private static RedisProcess redis;
    private static TestVault suite;
    private static Vault vault;

    @BeforeAll
    static void start() {
        redis = RedisProcess.start();
        suite = TestVault.on(redis);
        vault = suite.vault();
    }

    @AfterAll
    static void stop() {
        suite.close();
        redis.close();
    }

    @Test
    void leavesNoKeyOfADestroyedScope() {
        ChatId chat = vault.newChatId();
        ScopeCipher cipher = suite.open(chat, IDLE);
        vault.slots().put(chat, Slots.CHAT_FORM, cipher.seal(CONTENT, "form", CLEAR));
        vault.slots().put(chat, Slots.CHAT_ADDRESS, cipher.seal(ADDRESS, "addr", CLEAR));

        vault.destroy(chat, DestroyReason.ENDED, List.of());

        assertThat(keysNaming(chat)).isEmpty();
        assertThat(vault.openScopes(ScopeKind.CHAT, ACME)).doesNotContain(chat);
    }

    @Test
    void writesNothingWithoutATimeToLive() {
        ChatId chat = vault.newChatId();
        vault.slots()
                .put(chat, Slots.CHAT_FORM, suite.open(chat, IDLE).seal(CONTENT, "form", CLEAR));
        vault.destroy(vault.newLetterId(), DestroyReason.ERASED, List.of());

        List<String> endless =
                redis.admin(commands ->
                        commands.keys("*").stream().filter(key -> commands.pttl(key) < 0).toList());

        assertThat(endless).isNotEmpty().allMatch(key -> key.endsWith("}:epoch"));
    }

    @Test
    void goesOnWithKeyRecordsThatACrashLeftBehind() {
        LetterId letter = LetterId.of(vault.newChatId(), 1);
        suite.open(letter, HOUR);
        redis.admin(commands -> commands.del(ScopeKeyNames.meta(letter)));
        assertThat(vault.lookup(letter)).isEqualTo(new Lookup.Unavailable(Unavailability.OPENING));

        assertThat(vault.open(TestVault.scope(letter, HOUR)))
                .isInstanceOf(OpenOutcome.Opened.class);
        assertThat(suite.isOpen(letter)).isTrue();
    }

    @Test
    void noticesAKeyRecordThatWasTamperedWithSwappedOrCutOff() {
        VisitId visit = vault.newVisitId();
        VisitId other = vault.newVisitId();
        suite.open(visit, VISIT);
        suite.open(other, VISIT);
        String record = ScopeKeyNames.slot(visit, "kc");
        byte[] good = suite.store().keyspace().get(record).orElseThrow();
        byte[] tampered = good.clone();
        tampered[30] ^= 1;
        byte[] others = suite.store().keyspace().get(ScopeKeyNames.slot(other, "kc")).orElseThrow();
        byte[] address =
                suite.store().keyspace().get(ScopeKeyNames.slot(visit, "ka")).orElseThrow();

        for (byte[] bad : List.of(tampered, others, address, new byte[] {1, 2, 3})) {
            suite.store().keyspace().put(record, bad, VISIT);
            assertThat(vault.lookup(visit))
                    .isEqualTo(new Lookup.Unavailable(Unavailability.KEY_UNREADABLE));
        }
        suite.store().keyspace().put(record, new byte[good.length], VISIT);
        assertThat(vault.lookup(visit)).isEqualTo(new Lookup.Destroyed());
        suite.store().keyspace().put(record, good, VISIT);
        assertThat(suite.isOpen(visit)).isTrue();
    }

    @Test
    void cantReadKeysOfAnotherKeyEncryptionKey() {
        VisitId visit = vault.newVisitId();
        suite.open(visit, VISIT);
        try (TestVault other =
                TestVault.on(
                        redis.settings(),
                        org.lethe.privacy.retention.Lifetimes.standard(),
                        org.lethe.privacy.test.TestSecrets.fresh())) {
            assertThat(other.vault().lookup(visit))
                    .isEqualTo(new Lookup.Unavailable(Unavailability.KEY_UNREADABLE));
            assertThat(other.vault().see(List.of(visit)).get(visit))
                    .isInstanceOf(Sighting.Open.class);
        }
    }

    private static List<String> keysNaming(ScopeId scope) {
        return redis.admin(commands -> commands.keys("*" + scope.value() + "*"));
    }
}
