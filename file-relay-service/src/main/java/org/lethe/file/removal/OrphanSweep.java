package org.lethe.file.removal;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.file.access.OpenStreams;
import org.lethe.file.blob.BlobStore;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.retention.RetentionSchedule;
import org.lethe.privacy.vault.Fate;
import org.lethe.privacy.vault.Vault;

/**
 * Finds files whose chat is gone though nobody told: after a crash, or a time away that was longer
 * than the events are kept.
 *
 * <p>While the vault can't be asked nothing is taken for gone, except what is older than any chat
 * can be.
 */
@ApplicationScoped
class OrphanSweep {

    private static final Log LOG = Log.of(OrphanSweep.class);

    private final BlobStore blobs;
    private final OpenStreams streams;
    private final FileRemoval removal;
    private final Vault vault;
    private final Clock clock;

    @Inject
    OrphanSweep(
            BlobStore blobs, OpenStreams streams, FileRemoval removal, Vault vault, Clock clock) {
        this.blobs = blobs;
        this.streams = streams;
        this.removal = removal;
        this.vault = vault;
        this.clock = clock;
    }

    /** At the start, and then every minute. */
    @Scheduled(
            every = "{lethe.file.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        try {
            int drafts = blobs.removeAbandonedDrafts();
            if (drafts > 0) {
                LOG.info("abandoned drafts removed", LogKey.COUNT.of(drafts));
            }
            removeOrphans();
        } catch (IOException e) {
            LOG.error("files could not be listed", e);
        }
    }

    /** A signal of an end may have been missed by what runs here. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void cutStreams() {
        vault.fates(streams.chats())
                .forEach((chat, fate) -> {
                    if (fate == Fate.DESTROYED) {
                        removal.cut(chat);
                    }
                });
    }

    private void removeOrphans() throws IOException {
        Map<ChatId, Instant> chats = blobs.chats();
        vault.fates(chats.keySet())
                .forEach((chat, fate) -> {
                    // One whose files can't be removed now must not hold up the others.
                    if (isGone(fate, chats.get(chat))) {
                        removal.tryToRemove(chat);
                    }
                });
    }

    private boolean isGone(Fate fate, @Nullable Instant since) {
        return switch (fate) {
            case OPEN -> false;
            case DESTROYED -> true;
            case LOST, UNKNOWN ->
                    since != null
                            && since.plus(RetentionSchedule.ceiling(ScopeKind.CHAT))
                                    .isBefore(clock.instant());
        };
    }
}
