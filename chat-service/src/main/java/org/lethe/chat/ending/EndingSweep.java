package org.lethe.chat.ending;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.contracts.event.EndReason;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;

/**
 * Finishes ends that a crash interrupted, and ends idle chats and chats at their limit properly,
 * with their letters, before the reaper would only destroy them.
 */
@ApplicationScoped
public class EndingSweep {
    private static final Log LOG = Log.of(EndingSweep.class);

    private final Endings endings;
    private final EndChat endChat;

    @Inject
    EndingSweep(Endings endings, EndChat endChat) {
        this.endings = endings;
        this.endChat = endChat;
    }

    @Scheduled(
            every = "${lethe.chat.sweep-every:3s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        try {
            sweep();
        } catch (StoreUnavailableException e) {
            LOG.debug("The sweep could not reach the store", LogKey.REASON.of(e));
        }
    }

    /** Looks once, if this process may end what it finds. */
    void sweep() {
        if (!endChat.isAble()) {
            return;
        }
        Endings.Overdue overdue = endings.overdue();
        // The reason was written by the first step and stays.
        EndAttempts.all(
                overdue.left().stream().filter(chat -> !endChat.isInHand(chat)).toList(),
                chat -> endChat.begin(chat, EndReason.IDLE));
        EndAttempts.all(
                overdue.near().keySet(),
                chat -> endChat.begin(chat, overdue.near().getOrDefault(chat, EndReason.IDLE)));
    }
}
