package org.lethe.chat.live;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.ChatChannels;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.ConversationSettings;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.personal.PersonName;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.retention.RetentionSchedule;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.limit.Limits;
import org.lethe.runtime.problem.Refusal;

/** The chats of this replica. */
@ApplicationScoped
public class LiveChats {
    private static final Log LOG = Log.of(LiveChats.class);

    private final ConcurrentMap<ChatId, LiveChat> chats = new ConcurrentHashMap<>();
    private final ChatStore store;
    private final ChatChannels channels;
    private final Clock clock;
    private final Duration renewEvery;
    private final Limits limits;

    /** When the store last said which chats are there. */
    private volatile Instant seen;

    @Inject
    LiveChats(
            ChatStore store,
            ChatChannels channels,
            Clock clock,
            ConversationSettings settings,
            Lifetimes lifetimes,
            Limits limits) {
        this.store = store;
        this.channels = channels;
        this.clock = clock;
        this.seen = clock.instant();
        this.limits = limits;
        // Well within the idle time, however short that is configured.
        Duration quarter = lifetimes.chatIdle().dividedBy(4);
        this.renewEvery =
                settings.renewEvery().compareTo(quarter) < 0 ? settings.renewEvery() : quarter;
    }

    void onStart(@Observes StartupEvent start, Vault vault) {
        listen(vault);
    }

    void listen(Vault vault) {
        vault.onDestroyed(this::onDestroyed);
    }

    /**
     * Who can take places.
     *
     * @param name of an operator; the visitor's is in the chat's form
     * @param caller whose limits it is to have
     */
    public Occupant occupant(Author author, @Nullable PersonName name, Caller caller) {
        return Occupant.of(author, name, caller, limits);
    }

    /**
     * Takes a place in a chat; the listener is told where it stands and every message after the one
     * that its client has, or how the chat ended a moment ago. Refuses a chat of which nothing is
     * left, one that is lost, one that is full, and one that can't be read now.
     *
     * @param after the last message that the client has, 0 for none
     */
    public Seat join(ChatId chat, Occupant occupant, ChatListener listener, long after) {
        while (true) {
            Optional<Seat> seat =
                    chats.computeIfAbsent(chat, this::create).join(occupant, listener, after);
            if (seat.isPresent()) {
                return seat.get();
            }
        }
    }

    /** Somebody came back to a chat that went with its store; whether it waited is lost, too. */
    public void tellLost(ChatId chat, AccountId account) {
        try {
            store.tellLost(chat, account, false);
        } catch (StoreUnavailableException e) {
            LOG.warn("A lost chat could not be told of", LogKey.SCOPE.of(chat));
        }
    }

    /** As {@link ChatStore#isLost}. */
    public boolean isLost(ChatId chat) {
        return store.isLost(chat);
    }

    /** Tells the sockets of a chat that is not open any more, and drops what is held of it. */
    public void vanish(ChatId chat) {
        LiveChat live = chats.get(chat);
        if (live != null) {
            live.vanish();
        }
    }

    /**
     * A destroy signal can be missed: what is gone from the store must not live on in memory. Nor
     * must what may be gone, once the store could not be asked for long.
     */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void dropVanished() {
        Instant now = clock.instant();
        try {
            Set<ChatId> vanished = store.vanished(Set.copyOf(chats.keySet()));
            seen = now;
            vanished.forEach(this::vanishOrLog);
        } catch (StoreUnavailableException e) {
            LOG.debug("Live chats could not be compared with the store", LogKey.REASON.of(e));
            if (seen.plus(RetentionSchedule.UNSEEN).isBefore(now)) {
                chats.values().forEach(LiveChat::letGo);
            }
        }
    }

    int count() {
        return chats.size();
    }

    private void onDestroyed(ScopeId scope) {
        if (scope instanceof ChatId chat && chats.containsKey(chat)) {
            Thread.startVirtualThread(() -> vanishOrLog(chat));
        }
    }

    /** What fails here is tried again with what has vanished by then. */
    private void vanishOrLog(ChatId chat) {
        try {
            vanish(chat);
        } catch (StoreUnavailableException | Refusal e) {
            LOG.debug("A chat could not be closed yet", LogKey.SCOPE.of(chat));
        } catch (RuntimeException e) {
            LOG.error("A chat could not be closed", e, LogKey.SCOPE.of(chat));
        }
    }

    private LiveChat create(ChatId chat) {
        return new LiveChat(
                chat,
                store,
                channels,
                clock,
                renewEvery,
                closed -> chats.remove(closed.id(), closed));
    }
}
