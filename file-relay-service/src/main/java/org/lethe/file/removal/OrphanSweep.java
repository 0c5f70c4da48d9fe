package org.lethe.file.removal;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.file.access.FileNotes;
import org.lethe.file.blob.BlobId;
import org.lethe.file.blob.BlobSettings;
import org.lethe.file.blob.BlobStore;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.retention.RetentionSchedule;
import org.lethe.privacy.vault.Fate;
import org.lethe.privacy.vault.Vault;

/**
 * Finds files whose chat is gone though nobody told: after a crash, or a time away that was longer
 * than the events are kept.
 *
 * <p>A chat that went with its store is over as well, and often nobody is left to tell: its visitor
 * had left, and chat-service was just started. While the vault can't be asked nothing is taken for
 * gone, except what is older than any chat can be.
 */
@ApplicationScoped
class OrphanSweep {

    private static final Log LOG = Log.of(OrphanSweep.class);

    private final BlobStore blobs;
    private final FileRemoval removal;
    private final Vault vault;
    private final FileNotes notes;
    private final BlobSettings settings;
    private final Clock clock;

    /** All files that were whole by then are known to be in their chats. */
    private volatile Instant lookedAt = Instant.EPOCH;

    /** Chats that went with their store, as it looks, and since when it does. */
    private volatile Map<ChatId, Instant> lost = Map.of();

    @Inject
    OrphanSweep(
            BlobStore blobs,
            FileRemoval removal,
            FileNotes notes,
            Vault vault,
            BlobSettings settings,
            Clock clock) {
        this.notes = notes;
        this.blobs = blobs;
        this.removal = removal;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /** At the start, and then every few seconds. */
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
            removeUnknown();
        } catch (StoreUnavailableException e) {
            lost = Map.of();
            LOG.debug("files can't be compared with their chats yet", LogKey.REASON.of(e));
        } catch (IOException e) {
            lost = Map.of();
            LOG.error("files could not be listed", e);
        }
    }

    private void removeOrphans() throws IOException {
        Map<ChatId, Instant> chats = blobs.chats();
        Map<ChatId, Fate> fates = vault.fates(chats.keySet());
        noteLost(fates);
        fates.forEach((chat, fate) -> {
            // One whose files can't be removed now must not hold up the others.
            if (isGone(chat, fate, chats.get(chat))) {
                removal.tryToRemove(chat);
            }
        });
    }

    private void noteLost(Map<ChatId, Fate> fates) {
        Instant now = clock.instant();
        var noted = new HashMap<ChatId, Instant>();
        fates.forEach((chat, fate) -> {
            if (fate == Fate.LOST) {
                noted.put(chat, lost.getOrDefault(chat, now));
            }
        });
        lost = noted;
    }

    /**
     * A crash between the last byte and the entry leaves a whole file that its chat does not know.
     * Each is looked at while it is new, and once after a start.
     */
    private void removeUnknown() throws IOException {
        Instant after = lookedAt;
        Instant before = blobs.abandonedBefore();
        for (BlobId blob : blobs.committed(after, before)) {
            // Of a chat that is over no file is entered either, and those must be counted.
            if (!notes.isEntered(blob.chat(), blob.file()) && isOpen(blob.chat())) {
                blobs.remove(blob);
                LOG.info(
                        "a file that its chat does not know was removed",
                        LogKey.SCOPE.of(blob.chat()));
            }
        }
        lookedAt = before;
    }

    private boolean isOpen(ChatId chat) {
        return vault.fates(Set.of(chat)).get(chat) == Fate.OPEN;
    }

    private boolean isGone(ChatId chat, Fate fate, @Nullable Instant since) {
        return switch (fate) {
            case OPEN -> false;
            case DESTROYED -> true;
            case LOST ->
                    isPast(lost.get(chat), settings.lostAfter())
                            || isPast(since, RetentionSchedule.ceiling(ScopeKind.CHAT));
            case UNKNOWN -> isPast(since, RetentionSchedule.ceiling(ScopeKind.CHAT));
        };
    }

    private boolean isPast(@Nullable Instant since, Duration length) {
        return since != null && since.plus(length).isBefore(clock.instant());
    }
}
