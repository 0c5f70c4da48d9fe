package org.lethe.mail.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.LostNotice;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.mail.letter.Custody;
import org.lethe.mail.letter.LetterLeases;
import org.lethe.mail.letter.LetterVault;
import org.lethe.mail.letter.Loss;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.problem.Refusal;

/**
 * Tells accounts of letters that were lost, at least perhaps: when it is heard, and what was not
 * heard. Their consoles say it, and a notice is mailed.
 *
 * <p>The notice is a letter like any other. Its id is derived from the lost letter's, so it is
 * written once however often the loss is told. If it is lost as well, as where an account demands
 * TLS and the mail server has none, the consoles say that, and a metric and the log tell who runs
 * the service.
 */
@ApplicationScoped
public class LostLetters {

    private static final Log LOG = Log.of(LostLetters.class);

    private final LetterVault vault;
    private final LetterLeases leases;
    private final AccountDirectory accounts;
    private final LossCounts counts;
    private final Clock clock;

    @Inject
    public LostLetters(
            LetterVault vault,
            LetterLeases leases,
            AccountDirectory accounts,
            MeterRegistry metrics,
            Clock clock) {
        this.vault = vault;
        this.leases = leases;
        this.accounts = accounts;
        this.counts = new LossCounts(metrics);
        this.clock = clock;
    }

    /** Goes through the letters that are noted as lost; throws when the store is away. */
    public void tell() {
        vault.lost().forEach(this::tryTo);
    }

    /**
     * Tells of a letter that no list knows, because the store that it was in is lost. Refuses as
     * unavailable if that can't be done now.
     *
     * @param kind empty if nobody knows it any more
     */
    public void tellOfLostStore(LetterId letter, AccountId account, Optional<LetterKind> kind) {
        if (!isTold(letter, new Loss(account, LossReason.STORE_LOST, kind))) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    @Scheduled(
            every = "{lethe.mail.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        try {
            tell();
        } catch (StoreUnavailableException e) {
            LOG.warn("lost letters could not be told", LogKey.REASON.of(e));
        }
    }

    /** What fails for one account must not keep the others from being told. */
    private void tryTo(LetterId letter, Loss loss) {
        try {
            tell(letter, loss);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn(
                    "an account could not be told of a lost letter",
                    LogKey.ACCOUNT.of(loss.account()),
                    LogKey.REASON.of(e));
        }
    }

    /** Whoever was handing it over at its deadline says soon whether it arrived. */
    private void tell(LetterId letter, Loss loss) {
        if (leases.custody(letter) != Custody.HANDED_OVER) {
            var _ = isTold(letter, loss);
        }
    }

    /** False if it can't be told now. */
    private boolean isTold(LetterId letter, Loss loss) {
        // Of one that can't be opened nobody knows who is to be mailed; its consoles are told.
        boolean isUnreadable = accounts.isUnreadable(loss.account());
        Optional<AccountSettings> account =
                isUnreadable ? Optional.empty() : accounts.find(loss.account());
        if (account.isEmpty() && !isUnreadable) {
            vault.forgetLost(letter);
            return true;
        }
        boolean mailed = loss.ofNotice() ? tellOperations(loss) : mail(letter, loss, account);
        if (mailed) {
            vault.tellConsoles(loss.noted(letter));
            count(loss);
        }
        return mailed;
    }

    private void count(Loss loss) {
        if (loss.ofNotice()) {
            counts.notice(loss.reason());
        } else {
            counts.letter(loss.reason());
        }
    }

    /** A notice of a notice would have the same fate. */
    private boolean tellOperations(Loss loss) {
        LOG.warn(
                "a notice of a loss was lost, too: only consoles tell the account",
                LogKey.ACCOUNT.of(loss.account()),
                LogKey.REASON.of(loss.reason()));
        return true;
    }

    /** True when there is nothing left to mail. */
    private boolean mail(LetterId lost, Loss loss, Optional<AccountSettings> known) {
        Optional<EmailAddress> recipient = known.flatMap(NoticeRecipient::of);
        if (known.isEmpty() || recipient.isEmpty()) {
            LOG.warn("nobody to mail of a lost letter", LogKey.ACCOUNT.of(loss.account()));
            return true;
        }
        AccountSettings account = known.get();
        var notice =
                new LostNotice(
                        recipient.get(),
                        account.name(),
                        account.timeZone(),
                        lost,
                        loss.reason(),
                        clock.instant());
        return vault.post(LetterId.noticeOf(lost, vault.epoch(lost.shard())), notice, account);
    }
}
