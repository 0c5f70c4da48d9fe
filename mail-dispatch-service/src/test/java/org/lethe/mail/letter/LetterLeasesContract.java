package org.lethe.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;

/** Leases keep a letter from being sent twice, whatever happens to who has one. */
abstract class LetterLeasesContract {

    /** No account of the suite, so that nobody else looks for its letters. */
    static final AccountId NOBODY = AccountId.of("nobody");

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private LetterLeases leases;
    private LetterLeases shortly;

    /** An instance whose leases have these terms. */
    abstract LetterLeases instance(LeaseSettings terms);

    abstract LetterVault vault();

    /** A letter of nobody that demands TLS, with nothing in it. */
    abstract LetterId open(Duration lifetime);

    /** Puts something into a letter. */
    abstract void fill(LetterId letter);

    abstract void markErasing(LetterId letter);

    /** A letter of a store that is lost, and one that never was. */
    abstract LetterId ofAnotherStore();

    abstract LetterId neverOpened();

    /** Lets time pass. */
    abstract void pass(Duration time);

    @BeforeEach
    void connect() {
        leases = instance(new Terms(LONG, LONG));
        shortly = instance(new Terms(SECOND.multipliedBy(2), LONG));
    }

    @Test
    void whoComesSecondWaits() {
        LetterId letter = letter(Duration.ofMinutes(5));
        Lease first = taken(letter);

        assertThat(leases.take(letter)).isInstanceOf(LeaseOutcome.Later.class);
        assertThat(first.account()).isEqualTo(NOBODY);
        assertThat(first.tlsRequired()).isTrue();
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(leases.handOver(first, LONG)).isPresent();
    }

    @Test
    void aLeaseThatRanOutIsTakenAndItsFirstOwnerIsFencedOut() {
        LetterId letter = letter(Duration.ofMinutes(5));
        Lease dead = taken(shortly, letter);
        pass(SECOND.multipliedBy(3));
        assertThat(leases.take(letter)).isInstanceOf(LeaseOutcome.Taken.class);

        assertThat(leases.handOver(dead, LONG)).isEmpty();
        assertThat(leases.hold(dead)).isFalse();
        leases.postpone(dead, Duration.ZERO);
        assertThat(leases.take(letter)).isInstanceOf(LeaseOutcome.Later.class);
    }

    @Test
    void aLeaseThatIsHeldDoesNotRunOut() {
        LetterId letter = letter(Duration.ofMinutes(5));
        Lease lease = taken(shortly, letter);

        assertThat(leases.hold(lease)).isTrue();

        pass(SECOND.multipliedBy(3));
        assertThat(leases.take(letter)).isInstanceOf(LeaseOutcome.Later.class);
        assertThat(leases.handOver(lease, LONG)).isPresent();
    }

    @Test
    void whoHandedItOverAndIsCutOffHasItForLonger() {
        LetterId letter = letter(Duration.ofMinutes(5));
        Lease lease = taken(shortly, letter);
        assertThat(shortly.handOver(lease, LONG)).isPresent();

        assertThat(shortly.hold(lease)).isTrue();

        pass(SECOND.multipliedBy(3));
        assertThat(leases.take(letter)).isInstanceOf(LeaseOutcome.Later.class);
        leases.postpone(lease, Duration.ZERO);
        assertThat(leases.take(letter)).isInstanceOf(LeaseOutcome.Taken.class);
    }

    @Test
    void aSenderThatDiedWhileHandingOverLeavesTimeForAnother() {
        LetterId letter = letter(Duration.ofSeconds(8));

        assertThat(leases.handOver(taken(shortly, letter), LONG))
                .hasValueSatisfying(
                        time -> assertThat(time).isBetween(SECOND, SECOND.multipliedBy(4)));

        pass(SECOND.multipliedBy(5));
        assertThat(leases.take(letter)).isInstanceOf(LeaseOutcome.Taken.class);
    }

    @Test
    void aLetterOfAnotherStoreIsLostWithIt() {
        assertThat(leases.take(ofAnotherStore())).isEqualTo(new LeaseOutcome.LostWithStore());
        assertThat(leases.take(neverOpened())).isEqualTo(new LeaseOutcome.Gone());
    }

    @Test
    void aPostponedLetterIsNotTakenBeforeItsTime() {
        LetterId letter = letter(Duration.ofMinutes(5));
        leases.postpone(taken(letter), Duration.ofMillis(500));

        assertThat(leases.take(letter)).isInstanceOf(LeaseOutcome.Later.class);
        pass(SECOND);
        assertThat(leases.take(letter)).isInstanceOf(LeaseOutcome.Taken.class);
    }

    @Test
    void aLetterThatIsNotFinishedIsLeftAlone() {
        LetterId letter = open(Duration.ofMinutes(5));

        assertThat(leases.take(letter)).isInstanceOf(LeaseOutcome.Later.class);
    }

    @Test
    void whatIsErasedAfterItWasTakenIsNotHandedOver() {
        LetterId marked = letter(Duration.ofMinutes(5));
        LetterId destroyed = letter(Duration.ofMinutes(5));
        Lease leaseOfMarked = taken(marked);
        Lease leaseOfDestroyed = taken(destroyed);

        markErasing(marked);
        var _ = vault().destroy(destroyed, DestroyReason.ERASED);

        assertThat(leases.handOver(leaseOfMarked, LONG)).isEmpty();
        assertThat(leases.handOver(leaseOfDestroyed, LONG)).isEmpty();
        assertThat(leases.custody(marked)).isEqualTo(Custody.OURS);
        assertThat(leases.custody(destroyed)).isEqualTo(Custody.OURS);
        assertThat(leases.take(marked)).isEqualTo(new LeaseOutcome.Gone());
        assertThat(leases.take(destroyed)).isEqualTo(new LeaseOutcome.Gone());
    }

    @Test
    void aLetterAtItsDeadlineIsNotHandedOver() {
        LetterId letter = letter(Duration.ofMillis(1900));
        Lease lease = taken(letter);

        assertThat(leases.handOver(lease, LONG)).isEmpty();
    }

    @Test
    void remembersWhatWasHandedOver() {
        LetterId underWay = letter(Duration.ofMinutes(5));
        LetterId dispatched = letter(Duration.ofMinutes(5));
        LetterId postponed = letter(Duration.ofMinutes(5));
        assertThat(leases.handOver(taken(underWay), LONG)).isPresent();
        var _ = vault().destroy(dispatched, DestroyReason.DISPATCHED);
        Lease back = taken(postponed);
        assertThat(leases.handOver(back, LONG)).isPresent();
        leases.postpone(back, Duration.ZERO);

        assertThat(leases.custody(underWay)).isEqualTo(Custody.HANDED_OVER);
        assertThat(leases.custody(dispatched)).isEqualTo(Custody.HANDED_OVER);
        assertThat(leases.custody(postponed)).isEqualTo(Custody.OURS);
    }

    @Test
    void countsAttemptsWithoutAnAnswerAndRemembersThem() {
        LetterId letter = letter(Duration.ofMinutes(5));
        Lease first = taken(letter);
        assertThat(first.unanswered()).isZero();
        assertThat(leases.handOver(first, LONG)).isPresent();
        leases.postponeUnanswered(first, Duration.ZERO);
        assertThat(leases.custody(letter)).isEqualTo(Custody.PERHAPS);

        Lease second = taken(letter);
        assertThat(second.unanswered()).isEqualTo(1);
        assertThat(leases.handOver(second, LONG)).isPresent();
        assertThat(leases.custody(letter)).isEqualTo(Custody.HANDED_OVER);
        leases.postpone(second, Duration.ZERO);
        assertThat(leases.custody(letter))
                .as("the first may have arrived")
                .isEqualTo(Custody.PERHAPS);

        assertThat(taken(letter).unanswered()).isEqualTo(1);
        var _ = vault().destroy(letter, DestroyReason.ERASED);
        assertThat(leases.custody(letter)).isEqualTo(Custody.PERHAPS);
    }

    @Test
    void aSenderThatDiedWhileHandingOverMayHaveBeenHeard() {
        LetterId letter = letter(Duration.ofMinutes(5));
        LetterLeases dying = instance(new Terms(SECOND.multipliedBy(2), SECOND.multipliedBy(2)));
        assertThat(dying.handOver(taken(dying, letter), LONG)).isPresent();

        pass(SECOND.multipliedBy(3));

        assertThat(taken(letter).unanswered()).isEqualTo(1);
        assertThat(leases.custody(letter)).isEqualTo(Custody.PERHAPS);
    }

    @Test
    void whatAMailServerPerhapsHasIsNotToldAsLost() {
        LetterId atItsDeadline = letter(Duration.ofMinutes(5));
        LetterId givenUp = letter(Duration.ofMinutes(5));
        leases.postponeUnanswered(taken(atItsDeadline), Duration.ZERO);

        var _ = vault().destroy(atItsDeadline, DestroyReason.DEADLINE);
        var _ = vault().destroy(givenUp, DestroyReason.PERHAPS_DELIVERED);

        var loss = new Loss(NOBODY, LossReason.PERHAPS_DELIVERED, Optional.empty());
        assertThat(vault().lost()).containsEntry(atItsDeadline, loss).containsEntry(givenUp, loss);
        assertThat(leases.custody(atItsDeadline)).isEqualTo(Custody.PERHAPS);
        assertThat(leases.custody(givenUp)).isEqualTo(Custody.PERHAPS);
    }

    private LetterId letter(Duration lifetime) {
        LetterId letter = open(lifetime);
        fill(letter);
        return letter;
    }

    private Lease taken(LetterId letter) {
        return taken(leases, letter);
    }

    private static Lease taken(LetterLeases leases, LetterId letter) {
        if (leases.take(letter) instanceof LeaseOutcome.Taken(Lease lease)) {
            return lease;
        }
        throw new AssertionError("not taken");
    }

    private record Terms(Duration lease, Duration handedOverLease) implements LeaseSettings {}
}
