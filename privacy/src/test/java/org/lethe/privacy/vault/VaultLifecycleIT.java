package org.lethe.privacy.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lethe.contracts.scope.Compartment.ADDRESS;
import static org.lethe.contracts.scope.Compartment.CONTENT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.privacy.seal.Reading;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.ScopeGoneException;
import org.lethe.privacy.seal.Unsealed;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;

class VaultLifecycleIT {

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
    void holdsWhatWasSealedUntilTheScopeIsDestroyed() {
        VisitId visit = vault.newVisitId();
        byte[] sealed = suite.open(visit, VISIT).seal(CONTENT, "view", CLEAR);
        assertThat(vault.slots().put(visit, Slots.VISIT_VIEW, sealed)).isTrue();

        Lookup found = vault.lookup(visit);

        assertThat(found).isInstanceOf(Lookup.Open.class);
        Lookup.Open open = (Lookup.Open) found;
        assertThat(open.meta().fields())
                .containsEntry("state", "new")
                .containsEntry("account", "acme");
        assertThat(
                        open.cipher()
                                .unseal(
                                        CONTENT,
                                        "view",
                                        vault.slots().get(visit, Slots.VISIT_VIEW).orElseThrow()))
                .isEqualTo(new Unsealed.Clear(CLEAR));

        assertThat(vault.destroy(visit, DestroyReason.LEFT, List.of()))
                .isEqualTo(new DestroyOutcome.Destroyed(1));
        assertThat(vault.lookup(visit)).isEqualTo(new Lookup.Destroyed());
        assertThat(vault.slots().get(visit, Slots.VISIT_VIEW)).isEmpty();
        assertThat(vault.slots().put(visit, Slots.VISIT_VIEW, sealed)).isFalse();
        assertThat(vault.destroy(visit, DestroyReason.LEFT, List.of()))
                .isEqualTo(new DestroyOutcome.AlreadyGone());
    }

    @Test
    void opensTheSameIdOnceAndKeepsItsFirstKeys() {
        LetterId letter = LetterId.of(vault.newChatId(), 0);
        NewScope scope = TestVault.scope(letter, HOUR);
        OpenOutcome first = vault.open(scope);
        byte[] sealed = ((OpenOutcome.Opened) first).cipher().seal(CONTENT, "letter", CLEAR);

        OpenOutcome second = vault.open(scope);

        assertThat(second).isInstanceOf(OpenOutcome.AlreadyOpen.class);
        assertThat(((OpenOutcome.AlreadyOpen) second).cipher().unseal(CONTENT, "letter", sealed))
                .isEqualTo(new Unsealed.Clear(CLEAR));
    }

    @Test
    void neverOpensALetterAgainThatWasDestroyed() {
        LetterId letter = LetterId.of(vault.newChatId(), 3);
        suite.open(letter, HOUR);
        vault.destroy(letter, DestroyReason.DISPATCHED, List.of());

        assertThat(vault.open(TestVault.scope(letter, HOUR)))
                .isEqualTo(new OpenOutcome.Destroyed());
        assertThat(vault.lookup(letter)).isEqualTo(new Lookup.Destroyed());
    }

    @Test
    void destroysTheAddressAloneAndForGood() {
        ChatId chat = vault.newChatId();
        ScopeCipher cipher = suite.open(chat, IDLE);
        byte[] address = cipher.seal(ADDRESS, "addr", CLEAR);
        byte[] content = cipher.seal(CONTENT, "form", CLEAR);
        vault.slots().put(chat, Slots.CHAT_ADDRESS, address);

        vault.destroyAddresses(List.of(chat, vault.newLetterId()));
        vault.destroyAddresses(List.of(chat));

        assertThat(vault.slots().get(chat, Slots.CHAT_ADDRESS)).isEmpty();
        vault.open(TestVault.scope(chat, IDLE));
        ScopeCipher later = ((Lookup.Open) vault.lookup(chat)).cipher();
        assertThat(later.unseal(ADDRESS, "addr", address))
                .isEqualTo(new Unsealed.CompartmentDestroyed());
        assertThat(later.unseal(CONTENT, "form", content)).isEqualTo(new Unsealed.Clear(CLEAR));
        assertThat(cipher.holds(ADDRESS)).isFalse();
        assertThatThrownBy(() -> later.seal(ADDRESS, "addr", CLEAR))
                .isInstanceOf(ScopeGoneException.class);
    }

    @Test
    void takesTheKeysFromThoseWhoStillHoldThem() {
        VisitId visit = vault.newVisitId();
        ScopeCipher held = suite.open(visit, VISIT);
        byte[] sealed = held.seal(CONTENT, "view", CLEAR);

        vault.destroy(visit, DestroyReason.ERASED, List.of());

        assertThat(held.unseal(CONTENT, "view", sealed))
                .isEqualTo(new Unsealed.CompartmentDestroyed());
        assertThatThrownBy(() -> held.seal(CONTENT, "view", CLEAR))
                .isInstanceOf(ScopeGoneException.class);
    }

    @Test
    void listsTheOpenScopesOfAnAccount() {
        var globex = new AccountId("globex");
        VisitId mine = vault.newVisitId();
        VisitId second = vault.newVisitId();
        vault.open(new NewScope(mine, globex, VISIT, Map.of(), List.of()));
        vault.open(new NewScope(second, globex, VISIT, Map.of(), List.of()));
        suite.open(vault.newVisitId(), VISIT);

        assertThat(vault.openScopes(ScopeKind.VISIT, globex))
                .containsExactlyInAnyOrder(mine, second);
        assertThat(vault.openScopes(ScopeKind.CHAT, globex)).isEmpty();
    }

    @Test
    void looksUpManyAtOnce() {
        VisitId open = vault.newVisitId();
        VisitId never = vault.newVisitId();
        vault.slots()
                .put(open, Slots.VISIT_VIEW, suite.open(open, VISIT).seal(CONTENT, "view", CLEAR));

        Map<ScopeId, Lookup> lookups = vault.lookupAll(List.of(open, never));

        assertThat(lookups.get(open)).isInstanceOf(Lookup.Open.class);
        assertThat(lookups.get(never)).isEqualTo(new Lookup.Destroyed());
        assertThat(vault.see(List.of(open, never)).get(open)).isInstanceOf(Sighting.Open.class);
        assertThat(vault.see(List.of(open, never)).get(never)).isEqualTo(new Sighting.Destroyed());
        assertThat(vault.fates(List.of(open, never)))
                .isEqualTo(Map.of(open, Fate.OPEN, never, Fate.DESTROYED));
        assertThat(
                        vault.slots()
                                .getAll(
                                        List.of(open, never),
                                        Slots.VISIT_VIEW,
                                        Slots.VISIT_ADDRESS))
                .extracting(Map::keySet)
                .containsExactly(Set.of(Slots.VISIT_VIEW), Set.of());
    }

    @Test
    void destroysManyAtOnce() {
        VisitId first = vault.newVisitId();
        VisitId second = vault.newVisitId();
        suite.open(first, VISIT);

        assertThat(vault.destroyAll(List.of(first, second), DestroyReason.ERASED))
                .containsEntry(first, new DestroyOutcome.Destroyed(0))
                .containsEntry(second, new DestroyOutcome.AlreadyGone());
    }

    @Test
    void marksAnOpenScopeForErasure() {
        ChatId chat = vault.newChatId();
        var erasure = vault.newErasureId();
        assertThat(vault.markErasing(List.of(chat), erasure)).isZero();
        suite.open(chat, IDLE);

        assertThat(vault.markErasing(List.of(chat), erasure)).isEqualTo(1);
        assertThat(((Lookup.Open) vault.lookup(chat)).meta().fields())
                .containsEntry("erasing", erasure.value());

        assertThat(vault.unmarkErasing(List.of(chat), vault.newErasureId())).isZero();
        assertThat(vault.unmarkErasing(List.of(chat), erasure)).isEqualTo(1);
        assertThat(((Lookup.Open) vault.lookup(chat)).meta().fields()).doesNotContainKey("erasing");
    }

    @Test
    void readsWhatWasWrittenInASlot() {
        ChatId chat = vault.newChatId();
        ScopeCipher cipher = suite.open(chat, IDLE);
        var from = new Whereabouts(ClientAddress.of("192.0.2.7"), null);
        assertThat(vault.slots().read(cipher, Slots.CHAT_ADDRESS))
                .isEqualTo(new Reading.Absent<>());

        assertThat(vault.slots().write(cipher, Slots.CHAT_ADDRESS, from)).isTrue();

        assertThat(vault.slots().read(cipher, Slots.CHAT_ADDRESS))
                .isEqualTo(new Reading.Held<>(from));
        assertThat(vault.remains(List.of(chat))).isEqualTo(4);
        vault.destroy(chat, DestroyReason.ERASED, List.of());
        assertThat(vault.remains(List.of(chat))).isZero();
    }

    @Test
    void refusesLifetimesBeyondTheSchedule() {
        NewScope tooLong = TestVault.scope(vault.newVisitId(), Duration.ofSeconds(171));
        assertThatIllegalArgumentException().isThrownBy(() -> vault.open(tooLong));
        VisitId visit = vault.newVisitId();
        suite.open(visit, VISIT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vault.renew(visit, Duration.ofHours(1)));
    }

    @Test
    void renewsWithinTheTotalOfItsKind() {
        ChatId chat = vault.newChatId();
        suite.open(chat, Duration.ofMinutes(1));

        Instant deadline = vault.renew(chat, IDLE).orElseThrow();

        assertThat(Duration.between(Instant.now(), deadline))
                .isBetween(IDLE.minusSeconds(5), IDLE.plusSeconds(5));
        assertThat(vault.renew(vault.newChatId(), IDLE)).isEmpty();
    }

    @Test
    void refusesASlotThatTheKindDoesNotHave() {
        VisitId visit = vault.newVisitId();
        suite.open(visit, VISIT);

        assertThatThrownBy(() -> vault.slots().put(visit, Slots.CHAT_LOG, new byte[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("chat log");
    }
}
