package org.lethe.chat.ending;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.lethe.chat.conversation.ChatMeta;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.ConversationSettings;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.scope.MetaField;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.runtime.problem.Refusal;

/**
 * Finishes ends that a crash interrupted, and ends idle chats and chats at their limit properly,
 * with their letters, before the reaper would only destroy them.
 */
@ApplicationScoped
public class EndingSweep {
    private static final Log LOG = Log.of(EndingSweep.class);

    private final Endings endings;
    private final EndChat endChat;
    private final ChatStore store;
    private final Clock clock;
    private final Duration lead;

    @Inject
    EndingSweep(
            Endings endings,
            EndChat endChat,
            ChatStore store,
            Clock clock,
            ConversationSettings settings,
            Lifetimes lifetimes) {
        this.endings = endings;
        this.endChat = endChat;
        this.store = store;
        this.clock = clock;
        Duration half = lifetimes.chatIdle().dividedBy(2);
        this.lead = settings.endAhead().compareTo(half) < 0 ? settings.endAhead() : half;
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

    /** Looks once. */
    void sweep() {
        Endings.Overdue overdue = endings.overdue(lead);
        // The reason was written by the first step and stays.
        overdue.left().forEach(chat -> end(chat, EndReason.IDLE));
        Map<ChatId, ChatMeta> near = store.metas(overdue.near());
        near.forEach((chat, meta) -> end(chat, reason(meta)));
    }

    private void end(ChatId chat, EndReason reason) {
        try {
            var _ = endChat.end(chat, reason);
        } catch (Refusal | StoreUnavailableException e) {
            LOG.warn("A chat could not be ended yet", LogKey.SCOPE.of(chat));
        } catch (RuntimeException e) {
            // One chat that can't be ended must not keep those behind it from their end.
            LOG.error("A chat could not be ended", e, LogKey.SCOPE.of(chat));
        }
    }

    private EndReason reason(ChatMeta meta) {
        Instant soon = clock.instant().plus(lead);
        boolean atLimit =
                meta.time(MetaField.UNTIL).filter(until -> !soon.isBefore(until)).isPresent();
        return atLimit ? EndReason.LIMIT : EndReason.IDLE;
    }
}
