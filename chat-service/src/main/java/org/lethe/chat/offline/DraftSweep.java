package org.lethe.chat.offline;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;

/** Takes back letters that were opened for a message that nobody was told is taken. */
@ApplicationScoped
class DraftSweep {
    private static final Log LOG = Log.of(DraftSweep.class);

    private final OfflinePost post;

    @Inject
    DraftSweep(OfflinePost post) {
        this.post = post;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        try {
            sweep();
        } catch (StoreUnavailableException e) {
            LOG.debug("The sweep could not reach the store", LogKey.REASON.of(e));
        }
    }

    void sweep() {
        for (ChatId draft : post.abandoned()) {
            takeBack(draft);
        }
    }

    private void takeBack(ChatId draft) {
        try {
            post.takeBack(draft);
        } catch (RuntimeException e) {
            // One draft that can't be taken back must not keep those behind it in the store.
            LOG.error("Letters of a draft could not be taken back", e, LogKey.SCOPE.of(draft));
        }
    }
}
