package org.lethe.chat.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lethe.contracts.chat.Author;

/**
 * The places that are taken in a chat on this replica. Visitors and operators are counted apart, so
 * that a visitor who opens many pages keeps no operator out. Guarded by the chat's lock.
 */
final class Seats {
    static final int MOST_PAGES = 16;
    static final int MOST_CONSOLES = 64;

    private final List<Seat> taken = new ArrayList<>();

    /** Whether there is a place for one more of the author's side. */
    boolean hasRoomFor(Author author) {
        long beside =
                taken.stream().filter(seat -> seat.author().speaker() == author.speaker()).count();
        return switch (author) {
            case Author.Visitor _ -> beside < MOST_PAGES;
            case Author.Operator _ -> beside < MOST_CONSOLES;
        };
    }

    void take(Seat seat) {
        taken.add(seat);
    }

    /** False if it was free already. */
    boolean leave(Seat seat) {
        return taken.remove(seat);
    }

    boolean isEmpty() {
        return taken.isEmpty();
    }

    void clear() {
        taken.clear();
    }

    /** Tells a copy, since a listener may leave while it is told. */
    void tell(Consumer<ChatListener> what) {
        List.copyOf(taken).forEach(seat -> what.accept(seat.listener()));
    }
}
