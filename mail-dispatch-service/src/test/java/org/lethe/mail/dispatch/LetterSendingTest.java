package org.lethe.mail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.scope.Slots;
import org.lethe.mail.InMemory;
import org.lethe.mail.MailAccounts;
import org.lethe.mail.letter.Lease;
import org.lethe.mail.letter.LeaseOutcome;
import org.lethe.mail.post.Delivery;
import org.lethe.mail.post.OutgoingMail;
import org.lethe.mail.post.PostponeReason;
import org.lethe.mail.post.Way;
import org.lethe.mail.render.SampleLetters;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.account.UnreadableCause;

/** How a letter gets to the mail server. */
class LetterSendingTest {

    private static final Delivery ACCEPTED = new Delivery.Accepted(Way.TLS);

    private final InMemory suite = new InMemory();
    private final LetterSending sending = new Instances(suite).sending();

    @Test
    void theKeyIsAtHandOnlyBetweenTheConnectionAndTheSending() {
        suite.post.onArrival(() -> assertThat(suite.vault.isKeyAtHand()).isFalse());
        suite.post.meanwhile(() -> assertThat(suite.vault.isKeyAtHand()).isFalse());

        assertThat(send(SampleLetters.offline())).isEqualTo(ACCEPTED);

        assertThat(suite.post.mails()).hasSize(1);
    }

    @Test
    void theAddressIsInTheLetterUnlessTheAccountHasAddressesRemovedByNow() {
        assertThat(send(SampleLetters.offline())).isEqualTo(ACCEPTED);
        AccountSettings account = suite.accounts.require(InMemory.ACME);
        suite.accounts.put(MailAccounts.withoutAddresses(account));
        assertThat(send(SampleLetters.offline())).isEqualTo(ACCEPTED);

        OutgoingMail before = suite.post.mails().getFirst();
        OutgoingMail after = suite.post.mails().getLast();
        assertThat(before.text()).contains("2001:db8::17", "pool-17.example.net");
        assertThat(before.html()).contains("2001:db8::17", "pool-17.example.net");
        assertThat(after.text()).doesNotContain("2001:db8::17", "pool-17.example.net");
        assertThat(after.html()).doesNotContain("2001:db8::17", "pool-17.example.net");
    }

    @Test
    void anOfflineMessageCanBeAnsweredAndATranscriptCannot() {
        assertThat(send(SampleLetters.offline())).isEqualTo(ACCEPTED);
        assertThat(send(SampleLetters.transcript())).isEqualTo(ACCEPTED);

        assertThat(suite.post.mails())
                .extracting(mail -> mail.replyTo().isPresent())
                .containsExactly(true, false);
    }

    @Test
    void noLetterOfAnAccountThatDemandsTlsGoesWithoutIt() {
        suite.post.withoutTls();
        assertThat(send(SampleLetters.offline())).isEqualTo(ACCEPTED);
        suite.accounts.put(MailAccounts.of(InMemory.ACME, true, InMemory.DEADLINE));

        assertThat(send(SampleLetters.offline()))
                .isEqualTo(new Delivery.Postponed(PostponeReason.TLS_MISSING));

        assertThat(suite.post.mails()).hasSize(1);
    }

    @Test
    void aLetterThatDemandedTlsWhenItWasWrittenDoesSoStill() {
        suite.post.withoutTls();
        LetterId letter = suite.vault.open(InMemory.ACME, InMemory.DEADLINE, true);
        suite.vault.put(letter, Slots.LETTER_BODY, SampleLetters.offline());

        assertThat(sending.send(lease(letter)))
                .isEqualTo(new Delivery.Postponed(PostponeReason.TLS_MISSING));
    }

    @Test
    void aLetterOfAnAccountThatCanNotBeOpenedGoesWithTlsAndWithoutTheAddress() {
        unreadable();

        assertThat(send(SampleLetters.offline())).isEqualTo(ACCEPTED);

        OutgoingMail mail = suite.post.mails().getFirst();
        assertThat(mail.text()).doesNotContain("2001:db8::17", "pool-17.example.net");
        assertThat(mail.html()).doesNotContain("2001:db8::17", "pool-17.example.net");
    }

    @Test
    void noLetterOfAnAccountThatCanNotBeOpenedGoesWithoutTls() {
        suite.post.withoutTls();
        unreadable();

        assertThat(send(SampleLetters.offline()))
                .isEqualTo(new Delivery.Postponed(PostponeReason.TLS_MISSING));
    }

    private void unreadable() {
        suite.accounts.setUnreadable(Map.of(InMemory.ACME, UnreadableCause.KEY_MISSING));
    }

    private Delivery send(Letter letter) {
        return sending.send(lease(suite.posted(letter, Optional.of(SampleLetters.ADDRESS))));
    }

    private Lease lease(LetterId letter) {
        if (suite.leases.take(letter) instanceof LeaseOutcome.Taken(Lease lease)) {
            return lease;
        }
        throw new AssertionError("not taken");
    }
}
