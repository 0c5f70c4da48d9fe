package org.lethe.mail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.mail.letter.Lease;
import org.lethe.mail.letter.LetterLeases;
import org.lethe.mail.letter.LetterVault;
import org.lethe.mail.post.Delivery;
import org.lethe.mail.post.OutgoingMail;
import org.lethe.mail.post.Patience;
import org.lethe.mail.post.PostOffice;
import org.lethe.mail.post.PostOffice.Counter;
import org.lethe.mail.post.PostOffice.Opening;
import org.lethe.mail.post.PostSettings;
import org.lethe.mail.post.PostponeReason;
import org.lethe.mail.render.LetterRenderer;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.seal.Reading;
import org.lethe.privacy.seal.Reading.Absent;
import org.lethe.privacy.seal.Reading.Damaged;
import org.lethe.privacy.seal.Reading.Gone;
import org.lethe.privacy.seal.Reading.Held;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;

/**
 * Hands a leased letter to the mail server.
 *
 * <p>The letter's key is fetched only when there is a server to send it to, and forgotten before
 * the letter is sent. The last question is asked when the mail is ready: what is erased until then
 * is not sent.
 */
@ApplicationScoped
class LetterSending {

    private static final Log LOG = Log.of(LetterSending.class);

    private final LetterVault vault;
    private final LetterRenderer renderer;
    private final PostOffice post;
    private final AccountDirectory accounts;
    private final LetterLeases leases;
    private final PostSettings config;

    @Inject
    LetterSending(
            LetterVault vault,
            LetterRenderer renderer,
            PostOffice post,
            AccountDirectory accounts,
            LetterLeases leases,
            PostSettings config) {
        this.vault = vault;
        this.renderer = renderer;
        this.post = post;
        this.accounts = accounts;
        this.leases = leases;
        this.config = config;
    }

    /** Whether this process may send letters: not before it has read the accounts. */
    boolean isAble() {
        return accounts.isLoaded();
    }

    Delivery send(Lease lease) {
        return switch (post.open(isTlsRequired(lease))) {
            case Opening.Open(Counter counter) -> {
                try (counter) {
                    yield send(lease, counter);
                }
            }
            case Opening.Closed(var reason) -> new Delivery.Postponed(reason);
        };
    }

    private Delivery send(Lease lease, Counter counter) {
        return switch (vault.lookup(lease.letter())) {
            case Lookup.Open(ScopeCipher cipher, _) -> send(lease, cipher, counter);
            case Lookup.Destroyed() -> new Delivery.Withdrawn();
            case Lookup.Unavailable _ -> new Delivery.Postponed(PostponeReason.SEALED);
        };
    }

    private Delivery send(Lease lease, ScopeCipher cipher, Counter counter) {
        Reading<Letter> body;
        Optional<Whereabouts> address;
        try (cipher) {
            body = vault.read(cipher, Slots.LETTER_BODY);
            address = address(lease, cipher);
        }
        return switch (body) {
            case Held<Letter>(Letter letter) ->
                    handIn(lease, renderer.mail(lease.letter(), letter, address), counter);
            case Damaged<Letter>() -> {
                LOG.error("a letter can't be read", LogKey.SCOPE.of(lease.letter()));
                yield new Delivery.Unsendable();
            }
            case Absent<Letter>() -> new Delivery.Withdrawn();
            case Gone<Letter>() -> new Delivery.Withdrawn();
        };
    }

    /**
     * Without it the letter is sent all the same: the account may have addresses removed since the
     * letter was written, or this one was.
     */
    private Optional<Whereabouts> address(Lease lease, ScopeCipher cipher) {
        return accounts.removesAddresses(lease.account())
                ? Optional.empty()
                : vault.read(cipher, Slots.LETTER_ADDRESS).held();
    }

    private Delivery handIn(Lease lease, Optional<OutgoingMail> mail, Counter counter) {
        if (mail.isEmpty()) {
            LOG.error("a letter has no valid recipient", LogKey.SCOPE.of(lease.letter()));
            return new Delivery.Unsendable();
        }
        return leases.handOver(lease, config.handIn())
                .map(time -> counter.handIn(mail.get(), patience(lease, time)))
                .orElseGet(Delivery.Withdrawn::new);
    }

    private Patience patience(Lease lease, Duration time) {
        return new Patience(lease.attempts() == 1 ? config.firstTransfer() : time, time);
    }

    /**
     * Also where nobody can say: the letter has its recipients in it, and needs not die for that.
     */
    private boolean isTlsRequired(Lease lease) {
        return lease.tlsRequired()
                || accounts.isUnreadable(lease.account())
                || accounts.find(lease.account())
                        .map(AccountSettings::mailTlsRequired)
                        .orElse(false);
    }
}
