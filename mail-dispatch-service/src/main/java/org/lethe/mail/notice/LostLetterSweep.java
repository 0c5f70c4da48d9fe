package org.lethe.mail.notice;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.problem.Refusal;

/** Tells accounts of letters that were lost: when it is heard, and what was not heard. */
@ApplicationScoped
public class LostLetterSweep {

    private static final Log LOG = Log.of(LostLetterSweep.class);

    private final LostLetterList lost;
    private final LostLetterNotices notices;

    @Inject
    LostLetterSweep(LostLetterList lost, LostLetterNotices notices) {
        this.lost = lost;
        this.notices = notices;
    }

    /** Goes through the letters that are noted as lost. */
    public void tell() {
        lost.all().forEach(this::tell);
    }

    /** A letter that no list knows, because the store that it was in is lost. */
    public void tellOfLostStore(LetterId letter, AccountId account) {
        notices.write(letter, account);
    }

    @Scheduled(
            every = "{lethe.mail.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        try {
            tell();
        } catch (StoreUnavailableException | Refusal e) {
            LOG.warn("lost letters could not be told", LogKey.REASON.of(e));
        }
    }

    private void tell(LetterId letter, AccountId account) {
        if (notices.write(letter, account)) {
            lost.remove(letter);
        }
    }
}
