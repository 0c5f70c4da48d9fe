package org.lethe.mail.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;

/** Leases keep a letter from being sent twice, whatever happens to who has one. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisLetterLeasesIT {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Not in the directory, so that the service's own sweep leaves its letters alone. */
    private static final AccountId NOBODY = AccountId.of("nobody");

    @Inject RedisStore store;
    @Inject Vault vault;

    private LetterLeases leases;
    private LetterLeases shortly;

    @BeforeEach
    void connect() {
        leases = new RedisLetterLeases(store, vault, new Terms(LONG, LONG));
        shortly = new RedisLetterLeases(store, vault, new Terms(SECOND.multipliedBy(2), LONG));
    }

    @Test
    void whoComesSecondWaits() {
        LetterId letter = letter(Duration.ofMinutes(5));
        Lease first = taken(letter);

        assertThat(leases.take(letter)).isInstanceOf(LeaseOutcome.Later.class);
        assertThat(first.account()).isEqualTo(NOBODY);
        assertThat(first.tlsRequired()).isTrue();
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(leases.handOver(first, LONG)).isInstanceOf(HandOver.Go.class);
    }

    @Test
    void aLeaseThatRanOutIsTakenAndItsFirstOwnerIsFencedOut() {
        LetterId letter = letter(Duration.ofMinutes(5));
        Lease dead = taken(shortly, letter);
        await().until(() -> leases.take(letter) instanceof LeaseOutcome.Taken);

        assertThat(leases.handOver(dead, LONG)).isEqualTo(new HandOver.LeaseLost());
        assertThat(leases.hold(dead)).isFalse();
        leases.postpone(dead, Duration.ZERO);
        assertThat(leases.take(letter)).isInstanceOf(LeaseOutcome.Later.class);
    }

    @Test
    void aLeaseThatIsHeldDoesNotRunOut() {
        LetterId letter = letter(Duration.ofMinutes(5));
        Lease lease = taken(shortly, letter);

        assertThat(leases.hold(lease)).isTrue();

        await().pollDelay(SECOND.multipliedBy(3))
                .until(() -> leases.take(letter) instanceof LeaseOutcome.Later);
        assertThat(leases.handOver(lease, LONG)).isInstanceOf(HandOver.Go.class);
    }

    @Test
    void whoHandedItOverAndIsCutOffHasItForLonger() {
        LetterId letter = letter(Duration.ofMinutes(5));
        Lease lease = taken(shortly, letter);
        assertThat(shortly.handOver(lease, LONG)).isInstanceOf(HandOver.Go.class);

        assertThat(shortly.hold(lease)).isTrue();

        await().pollDelay(SECOND.multipliedBy(3))
                .until(() -> leases.take(letter) instanceof LeaseOutcome.Later);
        leases.postpone(lease, Duration.ZERO);
        assertThat(leases.take(letter)).isInstanceOf(LeaseOutcome.Taken.class);
    }

    @Test
    void aSenderThatDiedWhileHandingOverLeavesTimeForAnother() {
        LetterId letter = letter(Duration.ofSeconds(8));

        assertThat(leases.handOver(taken(shortly, letter), LONG))
                .isInstanceOfSatisfying(
                        HandOver.Go.class,
                        go -> assertThat(go.time()).isBetween(SECOND, SECOND.multipliedBy(4)));

        await().until(() -> leases.take(letter) instanceof LeaseOutcome.Taken);
    }

    @Test
    void aLetterOfAnotherStoreIsLostWithIt() {
        String id = vault.newLetterId().value();
        LetterId letter = LetterId.of(id.substring(0, 4) + "0000" + id.substring(8));

        assertThat(leases.take(letter)).isEqualTo(new LeaseOutcome.LostWithStore());
        assertThat(leases.take(vault.newLetterId())).isEqualTo(new LeaseOutcome.Gone());
    }

    @Test
    void aPostponedLetterIsNotTakenBeforeItsTime() {
        LetterId letter = letter(Duration.ofMinutes(5));
        leases.postpone(taken(letter), Duration.ofMillis(500));

        assertThat(leases.take(letter)).isInstanceOf(LeaseOutcome.Later.class);
        await().until(() -> leases.take(letter) instanceof LeaseOutcome.Taken);
    }

    @Test
    void aLetterThatIsNotFinishedIsLeftAlone() {
        LetterId letter = vault.newLetterId();
        var _ = vault.open(scope(letter, Duration.ofMinutes(5)));

        assertThat(leases.take(letter)).isInstanceOf(LeaseOutcome.Later.class);
    }

    @Test
    void whatIsErasedAfterItWasTakenIsNotHandedOver() {
        LetterId marked = letter(Duration.ofMinutes(5));
        LetterId destroyed = letter(Duration.ofMinutes(5));
        Lease leaseOfMarked = taken(marked);
        Lease leaseOfDestroyed = taken(destroyed);

        vault.markErasing(List.of(marked), vault.newErasureId());
        var _ = vault.destroy(destroyed, DestroyReason.ERASED, List.of());

        assertThat(leases.handOver(leaseOfMarked, LONG)).isEqualTo(new HandOver.Gone());
        assertThat(leases.handOver(leaseOfDestroyed, LONG)).isEqualTo(new HandOver.Gone());
        assertThat(leases.wasHandedOver(marked)).isFalse();
        assertThat(leases.wasHandedOver(destroyed)).isFalse();
        assertThat(leases.take(marked)).isEqualTo(new LeaseOutcome.Gone());
        assertThat(leases.take(destroyed)).isEqualTo(new LeaseOutcome.Gone());
    }

    @Test
    void aLetterAtItsDeadlineIsNotHandedOver() {
        LetterId letter = letter(Duration.ofMillis(1900));
        Lease lease = taken(letter);

        assertThat(leases.handOver(lease, LONG)).isEqualTo(new HandOver.Gone());
    }

    @Test
    void remembersWhatWasHandedOver() {
        LetterId underWay = letter(Duration.ofMinutes(5));
        LetterId dispatched = letter(Duration.ofMinutes(5));
        LetterId postponed = letter(Duration.ofMinutes(5));
        assertThat(leases.handOver(taken(underWay), LONG)).isInstanceOf(HandOver.Go.class);
        var _ = vault.destroy(dispatched, DestroyReason.DISPATCHED, List.of());
        Lease back = taken(postponed);
        assertThat(leases.handOver(back, LONG)).isInstanceOf(HandOver.Go.class);
        leases.postpone(back, Duration.ZERO);

        assertThat(leases.wasHandedOver(underWay)).isTrue();
        assertThat(leases.wasHandedOver(dispatched)).isTrue();
        assertThat(leases.wasHandedOver(postponed)).isFalse();
    }

    private LetterId letter(Duration lifetime) {
        LetterId letter = vault.newLetterId();
        var _ = vault.open(scope(letter, lifetime));
        vault.slots().put(letter, Slots.LETTER_BODY, new byte[] {1});
        return letter;
    }

    private static NewScope scope(LetterId letter, Duration lifetime) {
        return new NewScope(
                letter, NOBODY, lifetime, Map.of(MetaField.TLS_REQUIRED, "true"), List.of());
    }

    private Lease taken(LetterId letter) {
        return taken(leases, letter);
    }

    private static Lease taken(LetterLeases leases, LetterId letter) {
        return switch (leases.take(letter)) {
            case LeaseOutcome.Taken(Lease lease) -> lease;
            case LeaseOutcome.Later ignored -> throw new AssertionError("later");
            case LeaseOutcome.Gone() -> throw new AssertionError("gone");
            case LeaseOutcome.LostWithStore() -> throw new AssertionError("lost");
        };
    }

    private record Terms(Duration lease, Duration handedOverLease) implements LeaseSettings {}
}
