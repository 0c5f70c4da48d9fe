package org.lethe.chat.desk;

import static java.util.stream.Collectors.toSet;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.ChatChannels;
import org.lethe.chat.conversation.ChatMeta;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.signal.DeskSignal;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.Subscription;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;

/** The boards of the accounts that somebody on this replica looks at, or has asked for lately. */
@ApplicationScoped
public class Boards {
    private static final Log LOG = Log.of(Boards.class);
    private static final int ATTEMPTS = 3;

    private final ConcurrentMap<AccountId, WatchedBoard> boards = new ConcurrentHashMap<>();
    private final ChatStore store;
    private final ChatChannels channels;
    private final BoardSettings settings;
    private final AccountDirectory accounts;
    private final Clock time;
    private final LongSupplier clock;

    @Inject
    Boards(
            ChatStore store,
            ChatChannels channels,
            BoardSettings settings,
            AccountDirectory accounts,
            Clock time) {
        this(store, channels, settings, accounts, time, System::nanoTime);
    }

    /**
     * @param clock in nanoseconds
     */
    Boards(
            ChatStore store,
            ChatChannels channels,
            BoardSettings settings,
            AccountDirectory accounts,
            Clock time,
            LongSupplier clock) {
        this.time = time;
        this.clock = clock;
        this.store = store;
        this.channels = channels;
        this.settings = settings;
        this.accounts = accounts;
        accounts.onChanged(this::onSettings);
    }

    void listen(@Observes StartupEvent start, Vault vault) {
        vault.onDestroyed(this::onDestroyed);
    }

    /** By which consoles tell for how long somebody waits; within a second that of the store. */
    Instant now() {
        return time.instant();
    }

    /**
     * How many chats wait, as far as this replica has heard: signals take milliseconds, and what
     * they miss is found within ten seconds.
     */
    public int waiting(AccountId account) {
        Board board = asked(account);
        return board.isFilled() ? board.waiting() : fresh(account).waiting();
    }

    /** A chat's place in the queue, from 1. A chat that has not been heard of is its last. */
    public Optional<Integer> position(AccountId account, ChatId chat) {
        Board board = asked(account);
        BoardView view = board.isFilled() ? board.view() : fresh(account);
        return view.knows(chat) ? view.position(chat) : Optional.of(view.waiting() + 1);
    }

    /** Where so much happens that a board was not read between two signals, it lacks the others. */
    private BoardView fresh(AccountId account) {
        return new BoardView(read(account));
    }

    /** Without asking the store, for all that come after the first. */
    private Board asked(AccountId account) {
        WatchedBoard watched = boards.get(account);
        if (watched == null) {
            watched = boards.computeIfAbsent(account, this::create);
        }
        watched.asked(clock.getAsLong());
        return watched.board();
    }

    /** Tells where a chat stands in the queue, now and whenever it changes, while it waits. */
    public Subscription watchPosition(AccountId account, ChatId chat, Consumer<Integer> listener) {
        var last = new int[1];
        Board.Listener watching =
                (board, view) -> {
                    view.position(chat)
                            .filter(position -> position != last[0])
                            .ifPresent(position -> {
                                last[0] = position;
                                listener.accept(position);
                            });
                    return true;
                };
        watch(account, watching);
        return () -> unwatch(account, watching);
    }

    /** Tells the board now, and whenever it changes. */
    public void watch(AccountId account, Board.Listener listener) {
        WatchedBoard watched =
                boards.compute(
                        account,
                        (id, present) -> {
                            WatchedBoard wanted = present == null ? create(id) : present;
                            wanted.board().audience().add(listener);
                            return wanted;
                        });
        watched.board().audience().tell(listener);
    }

    /** May be repeated; a board that nobody watches any more is dropped. */
    public void unwatch(AccountId account, Board.Listener listener) {
        boards.computeIfPresent(
                account,
                (id, watched) -> {
                    watched.board().audience().remove(listener);
                    if (watched.board().audience().isEmpty()) {
                        watched.board().letGoOfCards();
                    }
                    return keptOrClosed(watched);
                });
    }

    private @Nullable WatchedBoard keptOrClosed(WatchedBoard watched) {
        if (watched.isWanted(clock.getAsLong())) {
            return watched;
        }
        watched.subscription().close();
        return null;
    }

    private void notCompared(AccountId account) {
        WatchedBoard watched = boards.get(account);
        if (watched != null) {
            watched.notCompared(clock.getAsLong());
        }
    }

    /** How far chats are, in one round trip. */
    Map<ChatId, ChatMeta> metas(List<ChatId> chats) {
        return store.metas(chats);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void compare() {
        boards.keySet()
                .forEach(account -> {
                    try {
                        boards.computeIfPresent(account, (_, watched) -> keptOrClosed(watched));
                        compare(account);
                    } catch (StoreUnavailableException e) {
                        LOG.debug(
                                "A board can't be compared with the store yet",
                                LogKey.REASON.of(e));
                        notCompared(account);
                    } catch (RuntimeException e) {
                        LOG.error("A board could not be compared", e, LogKey.ACCOUNT.of(account));
                    }
                });
    }

    /** Listening begins before reading, so that nothing falls between. */
    private WatchedBoard create(AccountId account) {
        var board =
                new Board(
                        chat -> ChatCard.read(store, chat),
                        () -> compare(account),
                        () -> accounts.removesAddresses(account),
                        settings);
        Subscription subscription = channels.subscribe(account, board);
        try {
            compare(account, board);
        } catch (RuntimeException e) {
            subscription.close();
            throw e;
        }
        return new WatchedBoard(board, subscription, clock.getAsLong());
    }

    private void compare(AccountId account) {
        WatchedBoard watched = boards.get(account);
        if (watched != null) {
            compare(account, watched.board());
            watched.compared(clock.getAsLong());
        }
    }

    /** What keeps changing while it is read is told by signals; the next comparison will fit. */
    private void compare(AccountId account, Board board) {
        boolean replaced = false;
        for (int attempt = 0; attempt < ATTEMPTS && !replaced; attempt++) {
            long version = board.version();
            List<DeskSignal.Moved> read = read(account);
            tellLost(account, board, read);
            replaced = board.replace(read, version);
        }
    }

    /**
     * Tells of the chats that waited and went with their store, which no operator has in sight and
     * perhaps no visitor is connected with. Told before they are let go of: when that fails, they
     * are found again.
     */
    private void tellLost(AccountId account, Board board, List<DeskSignal.Moved> read) {
        Set<ChatId> there = read.stream().map(DeskSignal.Moved::chat).collect(toSet());
        board.view().queue().stream()
                .map(DeskSignal.Moved::chat)
                .filter(chat -> !there.contains(chat) && store.isLost(chat))
                .forEach(chat -> store.tellLost(chat, account, true));
    }

    private List<DeskSignal.Moved> read(AccountId account) {
        return store.metas(store.openChats(account)).entrySet().stream()
                .flatMap(chat -> chat.getValue().moved(chat.getKey()).stream())
                .toList();
    }

    private void onDestroyed(ScopeId scope) {
        if (scope instanceof ChatId chat) {
            boards.values().forEach(watched -> watched.board().drop(chat));
        }
    }

    private void onSettings(AccountSettings changed) {
        WatchedBoard watched = boards.get(changed.id());
        if (watched != null) {
            watched.board().forgetCards();
        }
    }
}
