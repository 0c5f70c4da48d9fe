package org.lethe.mail.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lethe.contracts.event.LetterEvent.LetterPosted;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.letter.LostNotice;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.ScopeGoneException;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;

/**
 * Writes the letter that tells an account of a lost one.
 *
 * <p>Its id is derived from the lost letter's, so it is written once however often the loss is
 * told; it is a letter like any other, sealed until it is sent.
 */
@ApplicationScoped
class LostLetterNotices implements Notices {

    private static final Log LOG = Log.of(LostLetterNotices.class);

    private final Vault vault;
    private final AccountDirectory accounts;
    private final Clock clock;

    @Inject
    LostLetterNotices(Vault vault, AccountDirectory accounts, Clock clock) {
        this.vault = vault;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public boolean write(LetterId lost, AccountId account) {
        Optional<AccountSettings> settings = accounts.find(account);
        Optional<EmailAddress> recipient = settings.flatMap(LostLetterNotices::recipient);
        if (settings.isEmpty() || recipient.isEmpty()) {
            LOG.warn("nobody to tell of a lost letter", LogKey.ACCOUNT.of(account));
            return true;
        }
        LetterId notice = LetterId.noticeOf(lost, vault.epoch(lost.shard()));
        return switch (vault.open(scope(notice, settings.get()))) {
            case OpenOutcome.Opened(ScopeCipher cipher) ->
                    put(notice, cipher, notice(lost, settings.get(), recipient.get()));
            case OpenOutcome.AlreadyOpen(ScopeCipher cipher) ->
                    put(notice, cipher, notice(lost, settings.get(), recipient.get()));
            case OpenOutcome.Destroyed() -> true;
            case OpenOutcome.Unavailable ignored -> false;
        };
    }

    private static NewScope scope(LetterId notice, AccountSettings settings) {
        return new NewScope(
                notice,
                settings.id(),
                settings.letterDeadline(),
                Map.of(MetaField.LETTER_KIND, LetterKind.LOST_NOTICE.code()),
                List.of(new LetterPosted(notice, settings.id(), LetterKind.LOST_NOTICE)));
    }

    private boolean put(LetterId notice, ScopeCipher cipher, Letter letter) {
        try (cipher) {
            if (vault.slots().write(cipher, Slots.LETTER_BODY, letter)) {
                LOG.info("the account will be told of a lost letter", LogKey.SCOPE.of(notice));
            }
            return true;
        } catch (ScopeGoneException e) {
            return true;
        }
    }

    private Letter notice(LetterId lost, AccountSettings settings, EmailAddress recipient) {
        return new LostNotice(
                recipient, settings.name(), settings.timeZone(), lost, clock.instant());
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
