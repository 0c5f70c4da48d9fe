package org.lethe.mail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.LetterId;
import org.lethe.mail.InMemory;
import org.lethe.mail.letter.Custody;
import org.lethe.mail.letter.LeaseOutcome;
import org.lethe.mail.post.Delivery;
import org.lethe.mail.post.OutgoingMail;
import org.lethe.mail.post.Way;
import org.lethe.mail.render.SampleLetters;

/** Two instances at one letter, and what a crash or a store that is away makes of it. */
class SentOnceTest {

    private final InMemory suite = new InMemory();
    private final Instances instances = new Instances(suite);
    private final LetterDispatch one = instances.start();
    private final LetterDispatch two = instances.start();
    private final LetterId letter = suite.posted(SampleLetters.offline(), Optional.empty());

    @Test
    void theOtherWaitsWhileOneHandsOver() {
        suite.post.meanwhile(() -> assertThat(attempt(two)).isPresent());

        assertThat(attempt(one)).isEmpty();
        assertThat(attempt(two)).isEmpty();

        assertThat(suite.post.mails()).hasSize(1);
    }

    @Test
    void aCrashBeforeTheServersWordLosesNothing() {
        crashOnceTheMailIsAt(new Delivery.Refused(421));
        assertThat(suite.post.mails()).isEmpty();
        suite.post.answer(new Delivery.Accepted(Way.TLS));

        assertThat(attempt(two)).as("the dead one's lease").isPresent();
        suite.clock.advance(InMemory.TERMS.handedOverLease());

        assertThat(attempt(two)).isEmpty();
        assertThat(suite.post.mails()).hasSize(1);
        assertThat(suite.vault.outcome(letter)).contains(DestroyReason.DISPATCHED);
    }

    @Test
    void aCrashAfterTheServersWordDoublesTheLetterUnderOneId() {
        crashOnceTheMailIsAt(new Delivery.Accepted(Way.TLS));
        assertThat(suite.leases.custody(letter)).isEqualTo(Custody.HANDED_OVER);
        assertThat(suite.vault.outcome(letter)).isEmpty();

        suite.clock.advance(InMemory.TERMS.handedOverLease());

        assertThat(attempt(two)).isEmpty();
        assertThat(suite.post.mails())
                .hasSize(2)
                .extracting(OutgoingMail::letter)
                .containsOnly(letter);
        assertThat(suite.vault.outcome(letter)).contains(DestroyReason.DISPATCHED);
    }

    @Test
    void whatWasAcceptedWhileTheStoreWentAwayIsDestroyedLaterAndNotSentAgain() {
        suite.post.meanwhile(() -> suite.vault.setAway(true));
        assertThat(attempt(one)).isPresent();
        assertThat(attempt(one)).isPresent();
        suite.vault.setAway(false);

        assertThat(attempt(two)).isPresent();
        assertThat(attempt(one)).isEmpty();

        assertThat(suite.post.mails()).hasSize(1);
        assertThat(suite.vault.outcome(letter)).contains(DestroyReason.DISPATCHED);
    }

    @Test
    void nobodyIsToldThatALetterWasLostThatArrivedAtItsDeadline() {
        suite.post.meanwhile(() -> suite.vault.setAway(true));
        assertThat(attempt(one)).isPresent();
        suite.clock.advance(InMemory.DEADLINE);
        suite.vault.setAway(false);
        assertThat(suite.vault.lost()).containsKey(letter);

        assertThat(attempt(one)).isEmpty();
        suite.lost.tell();

        assertThat(suite.vault.lost()).isEmpty();
        assertThat(suite.vault.openLetters(InMemory.ACME)).isEmpty();
    }

    @Test
    void aLostLetterThatIsBeingHandedOverIsNotToldYet() {
        Duration rest = Duration.ofMinutes(10);
        suite.clock.advance(InMemory.DEADLINE.minus(rest));
        suite.post.meanwhile(() -> {
            suite.clock.advance(rest);
            suite.lost.tell();
            assertThat(suite.vault.lost()).containsKey(letter);
        });

        assertThat(attempt(one)).isEmpty();
        suite.lost.tell();

        assertThat(suite.vault.openLetters(InMemory.ACME)).isEmpty();
    }

    /** An instance gets so far with the letter and does nothing after. */
    private void crashOnceTheMailIsAt(Delivery word) {
        suite.post.answer(word);
        if (suite.leases.take(letter) instanceof LeaseOutcome.Taken(var lease)) {
            assertThat(instances.sending().send(lease)).isEqualTo(word);
        }
    }

    private Optional<Duration> attempt(LetterDispatch instance) {
        return instance.attempt(new QueuedLetter(letter, InMemory.ACME, null));
    }
}
