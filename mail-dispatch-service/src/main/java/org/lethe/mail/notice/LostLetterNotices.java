package org.lethe.mail.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.LostNotice;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.mail.letter.LetterVault;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;

/**
 * Writes the letter that tells an account of a lost one.
 *
 * <p>Its id is derived from the lost letter's, so it is written once however often the loss is
 * told; it is a letter like any other, sealed until it is sent.
 */
@ApplicationScoped
public class LostLetterNotices {

    private static final Log LOG = Log.of(LostLetterNotices.class);

    private final LetterVault vault;
    private final AccountDirectory accounts;
    private final Clock clock;

    @Inject
    public LostLetterNotices(LetterVault vault, AccountDirectory accounts, Clock clock) {
        this.vault = vault;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Writes the notice, unless it was before; true when there is nothing left to do. */
    boolean write(LetterId lost, AccountId account) {
        Optional<AccountSettings> settings = accounts.find(account);
        Optional<EmailAddress> recipient = settings.flatMap(LostLetterNotices::recipient);
        if (settings.isEmpty() || recipient.isEmpty()) {
            LOG.warn("nobody to tell of a lost letter", LogKey.ACCOUNT.of(account));
            return true;
        }
        AccountSettings told = settings.get();
        var notice =
                new LostNotice(
                        recipient.get(), told.name(), told.timeZone(), lost, clock.instant());
        return vault.post(LetterId.noticeOf(lost, vault.epoch(lost.shard())), notice, told);
    }

    /** The account's own address for this; without one, the first that letters go to. */
    private static Optional<EmailAddress> recipient(AccountSettings settings) {
        return Stream.concat(
                        Stream.ofNullable(settings.noticeTo()),
                        Stream.concat(
                                settings.transcripts().recipients().stream(),
                                settings.offline().recipients().stream()))
                .findFirst();
    }
}
