package org.lethe.mail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.test.LetheInfrastructure;

/** Leases keep a letter from being sent twice, whatever happens to who has one. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisLetterLeasesIT {

    private static final Duration TERM = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);

    /** Not in the directory, so that the service's own sweep leaves its letters alone. */
    private static final AccountId NOBODY = AccountId.of("nobody");

    @Inject RedisLetterLeases leases;
    @Inject Vault vault;

    @Test
    void whoComesSecondWaits() {
        LetterId letter = letter(Duration.ofMinutes(5));
        Lease first = taken(letter, TERM);

        assertThat(leases.take(letter, TERM)).isInstanceOf(LeaseOutcome.Later.class);
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(leases.handOver(first)).isEqualTo(HandOver.GO);
    }

    @Test
    void aLeaseThatRanOutIsTakenAndItsFirstOwnerIsFencedOut() {
        LetterId letter = letter(Duration.ofMinutes(5));
        Lease dead = taken(letter, SHORT);
        await().until(() -> leases.take(letter, TERM) instanceof LeaseOutcome.Taken);

        assertThat(leases.handOver(dead)).isEqualTo(HandOver.LEASE_LOST);
        assertThat(leases.hold(dead, TERM)).isFalse();
        leases.postpone(dead, Duration.ZERO);
        assertThat(leases.take(letter, TERM)).isInstanceOf(LeaseOutcome.Later.class);
    }

    @Test
    void aLeaseThatIsHeldDoesNotRunOut() {
        LetterId letter = letter(Duration.ofMinutes(5));
        Lease lease = taken(letter, SHORT);

        assertThat(leases.hold(lease, TERM)).isTrue();

        await().pollDelay(SHORT.multipliedBy(2))
                .until(() -> leases.take(letter, TERM) instanceof LeaseOutcome.Later);
        assertThat(leases.handOver(lease)).isEqualTo(HandOver.GO);
    }

    @Test
    void aPostponedLetterIsNotTakenBeforeItsTime() {
        LetterId letter = letter(Duration.ofMinutes(5));
        leases.postpone(taken(letter, TERM), Duration.ofMillis(500));

        assertThat(leases.take(letter, TERM)).isInstanceOf(LeaseOutcome.Later.class);
        await().until(() -> leases.take(letter, TERM) instanceof LeaseOutcome.Taken);
    }

    @Test
    void aLetterThatIsNotFinishedIsLeftAlone() {
        LetterId letter = vault.newLetterId();
        var _ = vault.open(scope(letter, Duration.ofMinutes(5)));

        assertThat(leases.take(letter, TERM)).isInstanceOf(LeaseOutcome.Later.class);
    }

    @Test
    void whatIsErasedAfterItWasTakenIsNotHandedOver() {
        LetterId marked = letter(Duration.ofMinutes(5));
        LetterId destroyed = letter(Duration.ofMinutes(5));
        Lease leaseOfMarked = taken(marked, TERM);
        Lease leaseOfDestroyed = taken(destroyed, TERM);

        var _ = vault.markErasing(marked, vault.newErasureId());
        var _ = vault.destroy(destroyed, DestroyReason.ERASED, List.of());

        assertThat(leases.handOver(leaseOfMarked)).isEqualTo(HandOver.GONE);
        assertThat(leases.handOver(leaseOfDestroyed)).isEqualTo(HandOver.GONE);
        assertThat(leases.wasHandedOver(marked)).isFalse();
        assertThat(leases.wasHandedOver(destroyed)).isFalse();
        assertThat(leases.take(marked, TERM)).isEqualTo(new LeaseOutcome.Gone());
        assertThat(leases.take(destroyed, TERM)).isEqualTo(new LeaseOutcome.Gone());
    }

    @Test
    void aLetterAtItsDeadlineIsNotHandedOver() {
        LetterId letter = letter(Duration.ofMillis(900));
        Lease lease = taken(letter, TERM);

        await().atMost(Duration.ofSeconds(5)).until(() -> leases.handOver(lease) == HandOver.GONE);
    }

    @Test
    void remembersWhatWasHandedOver() {
        LetterId underWay = letter(Duration.ofMinutes(5));
        LetterId dispatched = letter(Duration.ofMinutes(5));
        LetterId postponed = letter(Duration.ofMinutes(5));
        assertThat(leases.handOver(taken(underWay, TERM))).isEqualTo(HandOver.GO);
        var _ = vault.destroy(dispatched, DestroyReason.DISPATCHED, List.of());
        Lease back = taken(postponed, TERM);
        assertThat(leases.handOver(back)).isEqualTo(HandOver.GO);
        leases.postpone(back, Duration.ZERO);

        assertThat(leases.wasHandedOver(underWay)).isTrue();
        assertThat(leases.wasHandedOver(dispatched)).isTrue();
        assertThat(leases.wasHandedOver(postponed)).isFalse();
    }

    private LetterId letter(Duration lifetime) {
        LetterId letter = vault.newLetterId();
        var _ = vault.open(scope(letter, lifetime));
        vault.put(letter, "body", new byte[] {1});
        return letter;
    }

    private static NewScope scope(LetterId letter, Duration lifetime) {
        return new NewScope(letter, NOBODY, lifetime, Map.of(), List.of());
    }

    private Lease taken(LetterId letter, Duration term) {
        return switch (leases.take(letter, term)) {
            case LeaseOutcome.Taken(Lease lease) -> lease;
            case LeaseOutcome.Later ignored -> throw new AssertionError("later");
            case LeaseOutcome.Gone() -> throw new AssertionError("gone");
        };
    }
}
