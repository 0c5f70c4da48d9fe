package org.lethe.mail.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.lethe.mail.lease.HandOver;
import org.lethe.mail.lease.Lease;
import org.lethe.mail.lease.LetterLeases;
import org.lethe.mail.post.Delivery;
import org.lethe.mail.post.OutgoingMail;
import org.lethe.mail.post.PostOffice;
import org.lethe.mail.post.PostOffice.Counter;
import org.lethe.mail.post.PostOffice.Opening;
import org.lethe.mail.post.PostSettings;
import org.lethe.mail.post.Protection;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;

/**
 * Hands a leased letter to the mail server.
 *
 * <p>The letter's key is fetched only when a connection to the server stands, and forgotten before
 * the letter is sent. The last question is asked when the mail is ready: what is erased until then
 * is not sent.
 */
@ApplicationScoped
public class LetterSending {

    private static final Log LOG = Log.of(LetterSending.class);

    private final LetterReader reader;
    private final LetterMail mails;
    private final PostOffice post;
    private final AccountDirectory accounts;
    private final LetterLeases leases;
    private final Duration longest;

    @Inject
    LetterSending(
            LetterReader reader,
            LetterMail mails,
            PostOffice post,
            AccountDirectory accounts,
            LetterLeases leases,
            PostSettings config) {
        this.reader = reader;
        this.mails = mails;
        this.post = post;
        this.accounts = accounts;
        this.leases = leases;
        this.longest = config.handIn();
    }

    public Sending send(Lease lease) {
        return switch (post.open(protection(lease))) {
            case Opening.Open(Counter counter) -> send(lease, counter);
            case Opening.Closed(var reason) -> new Sending.Answered(new Delivery.Postponed(reason));
        };
    }

    private Sending send(Lease lease, Counter counter) {
        try (counter) {
            return switch (reader.find(lease.letter())) {
                case Finding.Found(SealedLetter letter) -> send(lease, read(letter), counter);
                case Finding.Gone() -> new Sending.Withdrawn();
                case Finding.NotNow() -> new Sending.NotNow();
            };
        }
    }

    private Reading read(SealedLetter letter) {
        try (letter) {
            return reader.read(letter);
        }
    }

    private Sending send(Lease lease, Reading reading, Counter counter) {
        return switch (reading) {
            case Reading.Legible legible ->
                    handIn(lease, mails.of(lease.letter(), legible), counter);
            case Reading.Gone() -> new Sending.Withdrawn();
            case Reading.Damaged() -> {
                LOG.error("a letter can't be read", LogKey.SCOPE.of(lease.letter()));
                yield new Sending.Unsendable();
            }
        };
    }

    private Sending handIn(Lease lease, Optional<OutgoingMail> mail, Counter counter) {
        if (mail.isEmpty()) {
            LOG.error("a letter has no valid recipient", LogKey.SCOPE.of(lease.letter()));
            return new Sending.Unsendable();
        }
        return switch (leases.handOver(lease, longest)) {
            case HandOver.Go(Duration time) ->
                    new Sending.Answered(counter.handIn(mail.get(), time));
            case HandOver.Gone() -> new Sending.Withdrawn();
            case HandOver.LeaseLost() -> new Sending.Withdrawn();
        };
    }

    private Protection protection(Lease lease) {
        boolean demanded =
                accounts.find(lease.account()).map(AccountSettings::mailTlsRequired).orElse(false);
        return demanded || lease.tlsRequired() ? Protection.REQUIRED : Protection.WHEN_OFFERED;
    }
}
