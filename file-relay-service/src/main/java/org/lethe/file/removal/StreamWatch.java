package org.lethe.file.removal;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.lethe.contracts.id.ChatId;
import org.lethe.file.access.OpenStreams;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.retention.RetentionSchedule;
import org.lethe.privacy.vault.Fate;
import org.lethe.privacy.vault.Vault;

/**
 * Cuts uploads and downloads whose chat is gone though nobody told: a signal of an end may have
 * been missed. What went with its store is gone as well; one that is cut for nothing can be begun
 * again.
 */
@ApplicationScoped
class StreamWatch {

    private static final Log LOG = Log.of(StreamWatch.class);

    private final OpenStreams streams;
    private final Function<Set<ChatId>, Map<ChatId, Fate>> fates;
    private final Clock clock;

    /** Chats of which nothing can be said, and since when. */
    private volatile Map<ChatId, Instant> unseen = Map.of();

    @Inject
    StreamWatch(OpenStreams streams, Vault vault, Clock clock) {
        this(streams, vault::fates, clock);
    }

    StreamWatch(OpenStreams streams, Function<Set<ChatId>, Map<ChatId, Fate>> fates, Clock clock) {
        this.streams = streams;
        this.fates = fates;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        Instant now = clock.instant();
        Map<ChatId, Instant> before = unseen;
        var stillUnseen = new HashMap<ChatId, Instant>();
        fates.apply(streams.chats())
                .forEach((chat, fate) -> {
                    switch (fate) {
                        case OPEN -> {
                            // Its files may pass.
                        }
                        case DESTROYED, LOST -> streams.cut(chat);
                        case UNKNOWN -> {
                            Instant since = before.getOrDefault(chat, now);
                            if (since.plus(RetentionSchedule.UNSEEN).isBefore(now)) {
                                cutUnseen(chat);
                            } else {
                                stillUnseen.put(chat, since);
                            }
                        }
                    }
                });
        unseen = stillUnseen;
    }

    /** While this process alone is cut off from the store, the chat may be destroyed there. */
    private void cutUnseen(ChatId chat) {
        streams.cut(chat);
        LOG.warn(
                "files were broken off: nobody can say what became of their chat",
                LogKey.SCOPE.of(chat));
    }
}
