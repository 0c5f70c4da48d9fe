package org.lethe.mail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.scope.Slots;
import org.lethe.mail.InMemory;
import org.lethe.mail.letter.Custody;
import org.lethe.mail.post.Delivery;
import org.lethe.mail.post.PostponeReason;
import org.lethe.mail.post.Way;
import org.lethe.mail.render.SampleLetters;

/** What becomes of a letter, attempt by attempt. */
class LetterDispatchTest {

    private final InMemory suite = new InMemory();
    private final Instances instances = new Instances(suite);
    private final LetterDispatch dispatch = instances.start();

    @Test
    void whatIsHandedOverIsDestroyedAtOnceAndToldAsDispatched() {
        LetterId letter = posted();

        assertThat(attempt(letter)).isEmpty();

        assertThat(suite.post.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.letter()).isEqualTo(letter));
        assertThat(suite.vault.outcome(letter)).contains(DestroyReason.DISPATCHED);
        assertThat(suite.vault.lost()).isEmpty();
        assertThat(instances.counted("accepted")).isEqualTo(1);
        assertThat(attempt(letter)).isEmpty();
        assertThat(suite.post.mails()).hasSize(1);
    }

    /** Whoever takes a letter that it can't send keeps it from another instance that can. */
    @Test
    void anInstanceThatHasNotReadTheAccountsLeavesLettersToOthers() {
        LetterId letter = posted();

        assertThat(instances.startUnread().attempt(new QueuedLetter(letter, InMemory.ACME, null)))
                .isPresent();

        assertThat(suite.vault.attempts(letter)).isZero();
        assertThat(attempt(letter)).isEmpty();
        assertThat(suite.vault.outcome(letter)).contains(DestroyReason.DISPATCHED);
    }

    @Test
    void whatIsRefusedForNowIsTriedAgainAfterPausesThatDouble() {
        LetterId letter = posted();
        suite.post.answer(new Delivery.Postponed(PostponeReason.DEFERRED));

        Duration full = Instances.FIRST_PAUSE;
        for (int attempts = 1; attempts <= 8; attempts++) {
            Duration pause = attempt(letter).orElseThrow();
            assertThat(pause).isBetween(full.dividedBy(2), full);
            assertThat(attempt(letter)).as("before its time").contains(pause);
            assertThat(suite.vault.attempts(letter)).isEqualTo(attempts);
            suite.clock.advance(pause);
            full = full.multipliedBy(2);
            full = full.compareTo(Instances.LONGEST_PAUSE) < 0 ? full : Instances.LONGEST_PAUSE;
        }

        assertThat(instances.counted("deferred")).isEqualTo(8);
        suite.post.answer(new Delivery.Accepted(Way.TLS));
        assertThat(attempt(letter)).isEmpty();
        assertThat(suite.vault.outcome(letter)).contains(DestroyReason.DISPATCHED);
    }

    @Test
    void countsWhichWayLettersWent() {
        suite.post.answer(new Delivery.Accepted(Way.TLS));
        attempt(posted());
        assertThat(instances.handedOver(Way.CLEAR)).as("from the start").isZero();

        suite.post.answer(new Delivery.Accepted(Way.CLEAR));
        attempt(posted());

        assertThat(instances.handedOver(Way.TLS)).isEqualTo(1);
        assertThat(instances.handedOver(Way.CLEAR)).isEqualTo(1);
        assertThat(instances.counted("accepted")).isEqualTo(2);
    }

    @Test
    void aFewCopiesAreSentFarApartToAServerThatGivesNoWord() {
        LetterId letter = posted();
        suite.post.answer(new Delivery.Unanswered());

        Duration first = attempt(letter).orElseThrow();
        assertThat(attempt(letter)).as("before its time").contains(first);
        suite.clock.advance(first);
        Duration second = attempt(letter).orElseThrow();
        assertThat(second).isEqualTo(first.multipliedBy(2));
        suite.clock.advance(second);
        assertThat(attempt(letter)).isEmpty();

        assertThat(instances.counted("unanswered")).isEqualTo(Instances.COPIES);
        assertThat(suite.vault.outcome(letter)).contains(DestroyReason.PERHAPS_DELIVERED);
        assertThat(suite.leases.custody(letter)).isEqualTo(Custody.PERHAPS);
        assertToldOnce();
    }

    @Test
    void whatIsAnsweredAtTheSecondAttemptIsDispatched() {
        LetterId letter = posted();
        suite.post.answer(new Delivery.Unanswered());
        suite.clock.advance(attempt(letter).orElseThrow());
        suite.post.answer(new Delivery.Accepted(Way.TLS));

        assertThat(attempt(letter)).isEmpty();

        assertThat(suite.vault.outcome(letter)).contains(DestroyReason.DISPATCHED);
        assertThat(suite.vault.lost()).isEmpty();
    }

    @Test
    void whatWasPerhapsTakenIsNotToldAsRefused() {
        LetterId letter = posted();
        suite.post.answer(new Delivery.Unanswered());
        suite.clock.advance(attempt(letter).orElseThrow());
        suite.post.answer(new Delivery.Refused(550));

        assertThat(attempt(letter)).isEmpty();

        assertThat(suite.vault.outcome(letter)).contains(DestroyReason.PERHAPS_DELIVERED);
    }

    @Test
    void nothingIsSentAtItsDeadlineAndTheAccountIsToldOnce() {
        LetterId letter = posted();
        suite.post.close(PostponeReason.UNREACHABLE);
        assertThat(attempt(letter)).isPresent();
        suite.post.reopen();

        suite.clock.advance(InMemory.DEADLINE.minusSeconds(1));
        assertThat(attempt(letter)).isPresent();
        suite.clock.advance(Duration.ofSeconds(1));
        assertThat(attempt(letter)).isEmpty();

        assertThat(suite.post.mails()).isEmpty();
        assertThat(suite.vault.outcome(letter)).contains(DestroyReason.DEADLINE);
        assertToldOnce();
    }

    @Test
    void whatIsRefusedForGoodIsDestroyedAndTheAccountIsToldOnce() {
        LetterId letter = posted();
        suite.post.answer(new Delivery.Refused(550));

        assertThat(attempt(letter)).isEmpty();

        assertThat(suite.vault.outcome(letter)).contains(DestroyReason.DEADLINE);
        assertThat(instances.counted("refused")).isEqualTo(1);
        assertToldOnce();
    }

    @Test
    void whatCanNeverBeReadIsDestroyedAndTheAccountIsToldOnce() {
        LetterId letter = posted();
        suite.vault.putRaw(letter, Slots.LETTER_BODY, new byte[] {1, 2, 3});

        assertThat(attempt(letter)).isEmpty();

        assertThat(suite.post.mails()).isEmpty();
        assertThat(suite.vault.outcome(letter)).contains(DestroyReason.DEADLINE);
        assertToldOnce();
    }

    @Test
    void aLetterOfALostStoreIsToldAsLost() {
        LetterId letter = suite.vault.ofAnotherStore();

        assertThat(attempt(letter)).isEmpty();
        assertThat(attempt(letter)).isEmpty();

        assertThat(suite.vault.openLetters(InMemory.ACME)).hasSize(1);
    }

    @Test
    void whatIsErasedOnTheWayIsNotSent() {
        LetterId letter = posted();
        suite.post.onArrival(() -> suite.vault.markErasing(letter));

        assertThat(attempt(letter)).isPresent();
        assertThat(attempt(letter)).isEmpty();

        assertThat(suite.post.mails()).isEmpty();
        assertThat(suite.leases.custody(letter)).isEqualTo(Custody.OURS);
        assertThat(suite.vault.lost()).isEmpty();
    }

    @Test
    void waitsForAStoreThatIsAway() {
        LetterId letter = posted();
        suite.vault.setAway(true);
        assertThat(attempt(letter)).isPresent();

        suite.vault.setAway(false);

        assertThat(attempt(letter)).isEmpty();
        assertThat(suite.post.mails()).hasSize(1);
    }

    /** Sends the notice, too, and looks for a second. */
    private void assertToldOnce() {
        suite.lost.tell();
        suite.lost.tell();
        assertThat(suite.vault.lost()).isEmpty();
        assertThat(suite.vault.openLetters(InMemory.ACME)).hasSize(1);
        LetterId notice = suite.vault.openLetters(InMemory.ACME).getFirst();
        suite.post.answer(new Delivery.Accepted(Way.TLS));
        assertThat(attempt(notice)).isEmpty();
        assertThat(suite.post.mails())
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.recipient().reveal()).isEqualTo("notices@acme.example"));
    }

    private LetterId posted() {
        return suite.posted(SampleLetters.offline(), Optional.empty());
    }

    private Optional<Duration> attempt(LetterId letter) {
        return dispatch.attempt(new QueuedLetter(letter, InMemory.ACME, null));
    }
}
