package org.lethe.gdpr.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.lethe.contracts.id.AccountId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.problem.Refusal;

/**
 * Enters the counts of destroyed scopes: one entry an account and interval, if there is anything to
 * count. Each replica does, and the ledger takes each record's count once.
 */
@ApplicationScoped
class Tally {

    private static final Log LOG = Log.of(Tally.class);

    private final Uncounted uncounted;
    private final Ledger ledger;

    @Inject
    Tally(LifecycleEvents events, Ledger ledger) {
        this(events.uncounted(), ledger);
    }

    Tally(Uncounted uncounted, Ledger ledger) {
        this.uncounted = uncounted;
        this.ledger = ledger;
    }

    @Scheduled(
            every = "{lethe.ledger.tally-interval}",
            delayed = "{lethe.ledger.tally-interval}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void enter() {
        uncounted.accounts().forEach(this::enter);
    }

    /** Before the ledger's tail stops, without which nothing can be entered. */
    void stop(@Observes @Priority(LedgerTail.STOPS - 1) ShutdownEvent event) {
        enter();
    }

    private void enter(AccountId account) {
        try {
            ledger.count(account, coverage -> uncounted.count(account, coverage));
        } catch (Refusal refusal) {
            LOG.warn(
                    "counts could not be entered now",
                    LogKey.ACCOUNT.of(account),
                    LogKey.CODE.of(refusal.code()));
        } catch (RuntimeException e) {
            // The other accounts' counts are entered all the same; this one's with the next.
            LOG.error("counts can't be entered", e, LogKey.ACCOUNT.of(account));
        }
    }
}
