package org.lethe.chat.desk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.redis.SignalListener;

/**
 * The chats of one account, as this replica sees them. Kept up to date by signals, compared with
 * the store now and then, since a signal can be missed.
 */
final class Board implements SignalListener {
    private static final Log LOG = Log.of(Board.class);
    private static final String ENDED = " ended";

    private final Map<ChatId, BoardEntry> entries = new HashMap<>();
    private final Map<ChatId, ChatCard> cards = new ConcurrentHashMap<>();
    private final List<BoardListener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock telling = new ReentrantLock();
    private final AtomicBoolean due = new AtomicBoolean();
    private final Function<ChatId, Optional<ChatCard>> reader;
    private final Runnable refresh;
    private final Duration coalesce;
    private long version;

    /**
     * @param reader reads what operators see of a chat
     * @param refresh has the board compared with the store
     */
    Board(Function<ChatId, Optional<ChatCard>> reader, Runnable refresh, Duration coalesce) {
        this.reader = reader;
        this.refresh = refresh;
        this.coalesce = coalesce;
    }

    /** Adds a listener and tells it what there is. */
    void add(BoardListener listener) {
        telling.lock();
        try {
            listeners.add(listener);
            listener.onBoard(this, view());
        } finally {
            telling.unlock();
        }
    }

    void remove(BoardListener listener) {
        listeners.remove(listener);
    }

    BoardView view() {
        synchronized (entries) {
            return new BoardView(
                    entries.values().stream()
                            .sorted(
                                    Comparator.comparing(BoardEntry::since)
                                            .thenComparing(entry -> entry.chat().value()))
                            .toList());
        }
    }

    /** Read once, then kept for as long as the chat is on the board. */
    Optional<ChatCard> card(ChatId chat) {
        Optional<ChatCard> card = Optional.ofNullable(cards.get(chat)).or(() -> reader.apply(chat));
        synchronized (entries) {
            if (card.isPresent() && entries.containsKey(chat)) {
                cards.put(chat, card.get());
            }
        }
        return card;
    }

    /**
     * Counts the signals, so that it can be told whether something was read before or after one.
     */
    long version() {
        synchronized (entries) {
            return version;
        }
    }

    /**
     * Everything that there is, from the store.
     *
     * @param readAt the version before it was read
     * @return false if a signal came meanwhile, and it must be read again
     */
    boolean replace(Collection<BoardEntry> all, long readAt) {
        boolean changed;
        synchronized (entries) {
            if (version != readAt) {
                return false;
            }
            var next = new HashMap<ChatId, BoardEntry>();
            all.forEach(entry -> next.put(entry.chat(), entry));
            changed = !next.equals(entries);
            entries.clear();
            entries.putAll(next);
            cards.keySet().retainAll(next.keySet());
        }
        if (changed) {
            tellSoon();
        }
        return true;
    }

    void put(BoardEntry entry) {
        synchronized (entries) {
            version++;
            entries.put(entry.chat(), entry);
        }
        tellSoon();
    }

    void drop(ChatId chat) {
        boolean changed;
        synchronized (entries) {
            version++;
            changed = entries.remove(chat) != null;
            cards.remove(chat);
        }
        if (changed) {
            tellSoon();
        }
    }

    @Override
    public void onSignal(byte[] payload) {
        String signal = new String(payload, StandardCharsets.US_ASCII);
        if (signal.endsWith(ENDED)) {
            drop(ChatId.of(signal.substring(0, signal.length() - ENDED.length())));
        } else {
            put(BoardEntry.parse(signal));
        }
    }

    @Override
    public void onReconnected() {
        refresh.run();
    }

    private void tellSoon() {
        if (!due.getAndSet(true)) {
            Thread.startVirtualThread(this::tellLater);
        }
    }

    private void tellLater() {
        try {
            Thread.sleep(coalesce);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        telling.lock();
        try {
            due.set(false);
            BoardView view = view();
            listeners.forEach(listener -> tell(listener, view));
        } finally {
            telling.unlock();
        }
    }

    private void tell(BoardListener listener, BoardView view) {
        try {
            listener.onBoard(this, view);
        } catch (RuntimeException e) {
            LOG.warn("A change of a board could not be told", e);
        }
    }
}
