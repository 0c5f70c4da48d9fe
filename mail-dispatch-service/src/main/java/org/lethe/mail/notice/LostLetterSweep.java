package org.lethe.mail.notice;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.mail.letter.LetterLeases;
import org.lethe.mail.letter.LetterVault;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.problem.Refusal;

/** Tells accounts of letters that were lost: when it is heard, and what was not heard. */
@ApplicationScoped
public class LostLetterSweep {

    private static final Log LOG = Log.of(LostLetterSweep.class);

    private final LetterVault vault;
    private final LostLetterNotices notices;
    private final LetterLeases leases;

    @Inject
    public LostLetterSweep(LetterVault vault, LostLetterNotices notices, LetterLeases leases) {
        this.vault = vault;
        this.notices = notices;
        this.leases = leases;
    }

    /** Goes through the letters that are noted as lost; throws when the store is away. */
    public void tell() {
        vault.lost().forEach(this::tryTo);
    }

    /**
     * Tells of a letter that no list knows, because the store that it was in is lost. Refuses as
     * unavailable if that can't be done now.
     */
    public void tellOfLostStore(LetterId letter, AccountId account) {
        if (!notices.write(letter, account)) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    /** A letter that was noted as lost was not. */
    public void forget(LetterId letter) {
        vault.forgetLost(letter);
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
    private void tryTo(LetterId letter, AccountId account) {
        try {
            tell(letter, account);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn(
                    "an account could not be told of a lost letter",
                    LogKey.ACCOUNT.of(account),
                    LogKey.REASON.of(e));
        }
    }

    /** Whoever was handing it over at its deadline says soon whether it arrived. */
    private void tell(LetterId letter, AccountId account) {
        if (!leases.wasHandedOver(letter) && notices.write(letter, account)) {
            vault.forgetLost(letter);
        }
    }
}
