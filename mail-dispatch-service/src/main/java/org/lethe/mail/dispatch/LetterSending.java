package org.lethe.mail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.lethe.mail.post.Delivery;
import org.lethe.mail.post.OutgoingMail;
import org.lethe.mail.post.PostOffice;
import org.lethe.mail.post.PostOffice.Counter;
import org.lethe.mail.post.PostOffice.Opening;
import org.lethe.mail.post.Protection;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;

/**
 * Hands a leased letter to the mail server.
 *
 * <p>The letter is unsealed only when a connection to the server stands, and the last question is
 * asked when the mail is ready: what is erased until then is not sent.
 */
@ApplicationScoped
class LetterSending {

    private static final Log LOG = Log.of(LetterSending.class);

    private final LetterReader reader;
    private final LetterMail mails;
    private final PostOffice post;
    private final AccountDirectory accounts;
    private final LetterLeases leases;
    private final LeaseKeeper keeper;

    @Inject
    LetterSending(
            LetterReader reader,
            LetterMail mails,
            PostOffice post,
            AccountDirectory accounts,
            LetterLeases leases,
            LeaseKeeper keeper) {
        this.reader = reader;
        this.mails = mails;
        this.post = post;
        this.accounts = accounts;
        this.leases = leases;
        this.keeper = keeper;
    }

    Sending send(Lease lease) {
        try (var held = keeper.keep(lease)) {
            return switch (reader.find(lease.letter())) {
                case Finding.Found(SealedLetter letter) -> send(lease, letter);
                case Finding.Gone() -> new Sending.Withdrawn();
                case Finding.NotNow() -> new Sending.NotNow();
            };
        }
    }

    private Sending send(Lease lease, SealedLetter letter) {
        try (letter) {
            return switch (post.open(protection(letter))) {
                case Opening.Open(Counter counter) -> send(lease, letter, counter);
                case Opening.Closed(var reason) ->
                        new Sending.Answered(new Delivery.Postponed(reason));
            };
        }
    }

    private Sending send(Lease lease, SealedLetter letter, Counter counter) {
        try (counter) {
            return switch (reader.read(letter)) {
                case Reading.Legible legible ->
                        handIn(lease, mails.of(letter.id(), legible), counter);
                case Reading.Gone() -> new Sending.Withdrawn();
                case Reading.Damaged() -> {
                    LOG.error("a letter can't be read", LogKey.SCOPE.of(letter.id()));
                    yield new Sending.Unsendable();
                }
            };
        }
    }

    private Sending handIn(Lease lease, Optional<OutgoingMail> mail, Counter counter) {
        if (mail.isEmpty()) {
            LOG.error("a letter has no valid recipient", LogKey.SCOPE.of(lease.letter()));
            return new Sending.Unsendable();
        }
        return switch (leases.handOver(lease)) {
            case GO -> new Sending.Answered(counter.handIn(mail.get()));
            case GONE -> new Sending.Withdrawn();
            case LEASE_LOST -> new Sending.Withdrawn();
        };
    }

    private Protection protection(SealedLetter letter) {
        boolean demanded =
                accounts.find(letter.account()).map(AccountSettings::mailTlsRequired).orElse(false);
        return demanded || letter.tlsRequired() ? Protection.REQUIRED : Protection.WHEN_OFFERED;
    }
}
