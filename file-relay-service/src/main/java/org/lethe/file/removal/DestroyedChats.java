package org.lethe.file.removal;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.privacy.vault.Vault;

/**
 * Hears from the vault that a chat is gone, some milliseconds before Kafka tells.
 *
 * <p>What runs is cut at once. What lies is noise already; it is left to the consumer of the event,
 * which counts it, and taken here only when that does not come.
 */
@ApplicationScoped
class DestroyedChats {

    private static final Duration CONSUMER_FIRST = Duration.ofSeconds(2);

    private final Vault vault;
    private final FileRemoval removal;
    private final Clock clock;
    private final Map<ChatId, Instant> signalled = new ConcurrentHashMap<>();

    @Inject
    DestroyedChats(Vault vault, FileRemoval removal, Clock clock) {
        this.vault = vault;
        this.removal = removal;
        this.clock = clock;
    }

    void listen(@Observes StartupEvent start) {
        vault.onDestroyed(this::onDestroyed);
    }

    private void onDestroyed(ScopeId scope) {
        if (scope instanceof ChatId chat) {
            removal.cut(chat);
            signalled.put(chat, clock.instant());
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void removeWhatIsLeft() {
        Instant due = clock.instant().minus(CONSUMER_FIRST);
        signalled.forEach((chat, at) -> {
            if (at.isBefore(due) && removal.tryToRemove(chat)) {
                signalled.remove(chat);
            }
        });
    }
}
