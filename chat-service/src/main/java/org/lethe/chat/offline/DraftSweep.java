package org.lethe.chat.offline;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.chat.letter.Letters;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;

/** Takes back letters that were opened for a message that nobody was told is taken. */
@ApplicationScoped
class DraftSweep {
    private static final Log LOG = Log.of(DraftSweep.class);

    private final OfflinePost post;
    private final Letters letters;

    @Inject
    DraftSweep(OfflinePost post, Letters letters) {
        this.post = post;
        this.letters = letters;
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
            letters.discardUnposted(draft);
            post.strike(draft);
        }
    }
}
