package org.lethe.chat.desk;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Gatherers;
import org.lethe.chat.live.LiveChats;
import org.lethe.chat.live.Occupant;
import org.lethe.chat.live.Seat;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;

/**
 * The places of one console in its operator's chats.
 *
 * <p>A chat can end, and the console go, while a place is being taken: each is noted before the
 * places are looked through, and looked for after a place is taken, so that one of the two sees it.
 */
final class DeskSeats {

    private static final Log LOG = Log.of(DeskSeats.class);

    /** More chats than that no operator is in. */
    private static final int MOST_ASKED = 100;

    /**
     * A console that comes back to many chats must not wait for the store of each. A chat has up to
     * a mebibyte of messages, and what waits for a client may not be much more than these together.
     */
    static final int JOINED_AT_ONCE = 3;

    /** So long the news of the board may wait for a client that reads what its chats hold. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Console console;
    private final LiveChats chats;
    private final Occupant operator;
    private final ConcurrentMap<ChatId, Seat> seats = new ConcurrentHashMap<>();
    private final Set<ChatId> over = ConcurrentHashMap.newKeySet();
    private volatile boolean left;

    DeskSeats(Console console, LiveChats chats) {
        Caller.Operator who = console.operator();
        this.console = console;
        this.chats = chats;
        this.operator = chats.occupant(new Author.Operator(who.operator()), who.name(), who);
    }

    /**
     * Takes a seat in each chat where there is none yet, in several at a time. A client that reads
     * slowly is given the rest the next time: meanwhile it is told what else there is to tell.
     *
     * @param own all chats of the operator
     * @return false if one of them can't be read, or told, now
     */
    boolean take(Collection<ChatId> own) {
        over.retainAll(own);
        long until = System.nanoTime() + PATIENCE.toNanos();
        return own.stream()
                .filter(chat -> !seats.containsKey(chat) && !over.contains(chat))
                .gather(Gatherers.mapConcurrent(JOINED_AT_ONCE, chat -> join(chat, until)))
                // All are tried, also behind one that can't be read.
                .reduce(true, Boolean::logicalAnd);
    }

    /**
     * Tells which chats that the console had went with a store while it was away; of any other that
     * is not the operator's any more, its list tells enough.
     */
    void tellLost() {
        console.seen().keySet().stream()
                .filter(chat -> !seats.containsKey(chat) && !over.contains(chat))
                .limit(MOST_ASKED)
                .filter(chats::isLost)
                .forEach(chat -> console.send(DeskChat.lost(chat)));
    }

    void leaveAll() {
        left = true;
        seats.values().forEach(Seat::leave);
        seats.clear();
    }

    /** The seat in a chat, or a refusal as if there were no such chat. */
    Seat in(ChatId chat) {
        return Optional.ofNullable(seats.get(chat))
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
    }

    private boolean join(ChatId chat, long until) {
        if (left) {
            return true;
        }
        if (!console.awaitSent(Duration.ofNanos(Math.max(0, until - System.nanoTime())))) {
            return false;
        }
        var listener = new DeskChat(chat, console, operator.author(), () -> onOver(chat));
        long seen = console.seen().getOrDefault(chat, 0L);
        try {
            hold(chat, chats.join(chat, operator, listener, seen));
            return true;
        } catch (StoreUnavailableException e) {
            return false;
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.SCOPE_LOST) {
                listener.onLost();
            } else if (refusal.code() == ErrorCode.TOO_MANY_REQUESTS) {
                LOG.warn("A chat is full of consoles", LogKey.SCOPE.of(chat));
            }
            return refusal.code() != ErrorCode.UNAVAILABLE;
        }
    }

    private void hold(ChatId chat, Seat seat) {
        seats.put(chat, seat);
        if (left) {
            seat.leave();
        }
        if (over.contains(chat)) {
            seats.remove(chat);
        }
    }

    /** The board may not have heard it yet: the end is told once. */
    private void onOver(ChatId chat) {
        over.add(chat);
        seats.remove(chat);
    }
}
