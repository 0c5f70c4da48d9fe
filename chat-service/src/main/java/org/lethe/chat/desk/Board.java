package org.lethe.chat.desk;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

    /** Of the present entries; made when it is asked for, and then the same for all who ask. */
    private @Nullable BoardView view;

    private int waiting;

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
            BoardView present = view;
            if (present == null) {
                present = new BoardView(entries.values());
                view = present;
            }
            return present;
        }
    }

    /** How many chats wait; counted as they come and go, since each that comes asks. */
    int waiting() {
        synchronized (entries) {
            return waiting;
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
            waiting = Math.toIntExact(next.values().stream().filter(BoardView::isQueued).count());
            view = null;
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
            count(entries.put(entry.chat(), entry), entry);
        }
        audience.tellSoon();
    }

    void drop(ChatId chat) {
        boolean changed;
        synchronized (entries) {
            version++;
            DeskSignal.Moved gone = entries.remove(chat);
            count(gone, null);
            changed = gone != null;
            cards.remove(chat);
        }
        if (changed) {
            audience.tellSoon();
        }
    }

    private void count(DeskSignal.@Nullable Moved before, DeskSignal.@Nullable Moved now) {
        waiting -= before != null && BoardView.isQueued(before) ? 1 : 0;
        waiting += now != null && BoardView.isQueued(now) ? 1 : 0;
        view = null;
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

    /**
     * Hears what becomes of an account's chats; called one at a time and never with an older view
     * after a newer one. May block: no other listener waits for it.
     */
    @FunctionalInterface
    public interface Listener {
        /**
         * Tells the listener what there is now.
         *
         * @return false if something could not be passed on: it is told again soon, as after an
         *     exception
         */
        boolean onBoard(Board board, BoardView view);

        /**
         * The store could not be asked for long: what was told may be gone. Must not block, and may
         * come again.
         */
        default void onUnseen() {}
    }
}
