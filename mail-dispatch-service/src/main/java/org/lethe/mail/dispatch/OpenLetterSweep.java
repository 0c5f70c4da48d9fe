package org.lethe.mail.dispatch;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.contracts.id.AccountId;
import org.lethe.mail.letter.LetterVault;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.account.AccountDirectory;

/**
 * Finds every letter that is open, at the start and then regularly: what an event told that nobody
 * heard, and what an instance had when it died.
 */
@ApplicationScoped
class OpenLetterSweep {

    private static final Log LOG = Log.of(OpenLetterSweep.class);

    private final LetterVault vault;
    private final AccountDirectory accounts;
    private final LetterQueue queue;

    @Inject
    OpenLetterSweep(LetterVault vault, AccountDirectory accounts, LetterQueue queue) {
        this.vault = vault;
        this.accounts = accounts;
        this.queue = queue;
    }

    @Scheduled(
            every = "{lethe.mail.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        try {
            for (AccountId account : accounts.ids()) {
                vault.openLetters(account)
                        .forEach(letter -> queue.offer(new QueuedLetter(letter, account, null)));
            }
        } catch (StoreUnavailableException e) {
            LOG.warn("letters could not be looked for");
        }
    }
}
