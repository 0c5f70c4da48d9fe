package org.lethe.chat.desk;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.signal.DeskSignal;
import org.lethe.privacy.redis.SignalListener;

/**
 * The chats of one account, as this replica sees them. Kept up to date by signals, compared with
 * the store now and then, since a signal can be missed.
 */
public final class Board implements SignalListener {
    private final Map<ChatId, DeskSignal.Moved> entries = new HashMap<>();
    private final Map<ChatId, ChatCard> cards = new ConcurrentHashMap<>();
    private final Function<ChatId, Optional<ChatCard>> reader;
    private final Runnable refresh;
    private final BooleanSupplier hidesAddresses;
    private final Audience audience;
    private long version;
    private boolean filled;

    /**
     * @param reader reads what operators see of a chat
     * @param refresh has the board compared with the store
     * @param hidesAddresses whether the account has addresses removed now
     */
    Board(
            Function<ChatId, Optional<ChatCard>> reader,
            Runnable refresh,
            BooleanSupplier hidesAddresses,
            BoardSettings settings) {
        this.reader = reader;
        this.refresh = refresh;
        this.hidesAddresses = hidesAddresses;
        this.audience = new Audience(this, settings);
    }

    Audience audience() {
        return audience;
    }

    BoardView view() {
        synchronized (entries) {
            return new BoardView(List.copyOf(entries.values()));
        }
    }

    /**
     * Read once, then kept for as long as the chat is on the board. Empty when the chat is gone, or
     * can't be read now.
     */
    public Optional<ChatCard> card(ChatId chat) {
        Optional<ChatCard> card = Optional.ofNullable(cards.get(chat)).or(() -> reader.apply(chat));
        synchronized (entries) {
            // Asked again for each: what was read before the switch went on may come after it.
            Optional<ChatCard> shown =
                    hidesAddresses.getAsBoolean() ? card.map(ChatCard::withoutAddress) : card;
            if (shown.isPresent() && entries.containsKey(chat)) {
                cards.put(chat, shown.get());
            }
            return shown;
        }
    }

    /** Whether it holds all that there is, and not only what signals have told. */
    boolean isFilled() {
        synchronized (entries) {
            return filled;
        }
    }

    /** Nobody looks at it who is shown a card. */
    void letGoOfCards() {
        synchronized (entries) {
            cards.clear();
        }
    }

    /** What operators may see of a visitor has changed: all of it is read and told anew. */
    void forgetCards() {
        synchronized (entries) {
            cards.clear();
        }
        audience.tellSoon();
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
    boolean replace(Collection<DeskSignal.Moved> all, long readAt) {
        boolean changed;
        synchronized (entries) {
            if (version != readAt) {
                return false;
            }
            var next = new HashMap<ChatId, DeskSignal.Moved>();
            all.forEach(entry -> next.put(entry.chat(), entry));
            changed = !next.equals(entries);
            entries.clear();
            entries.putAll(next);
            cards.keySet().retainAll(next.keySet());
            filled = true;
        }
        if (changed) {
            audience.tellSoon();
        }
        return true;
    }

    void put(DeskSignal.Moved entry) {
        synchronized (entries) {
            version++;
            entries.put(entry.chat(), entry);
        }
        audience.tellSoon();
    }

    void drop(ChatId chat) {
        boolean changed;
        synchronized (entries) {
            version++;
            changed = entries.remove(chat) != null;
            cards.remove(chat);
        }
        if (changed) {
            audience.tellSoon();
        }
    }

    @Override
    public void onSignal(byte[] payload) {
        switch (DeskSignal.parse(payload)) {
            case DeskSignal.Moved moved -> put(moved);
            case DeskSignal.Ended(ChatId chat) -> drop(chat);
        }
    }

    @Override
    public void onReconnected() {
        refresh.run();
    }

    /** Hears what becomes of an account's chats; called one at a time, may block. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Tells the listener what there is now.
         *
         * @return false if something could not be passed on: it is told again soon, as after an
         *     exception
         */
        boolean onBoard(Board board, BoardView view);
    }
}
