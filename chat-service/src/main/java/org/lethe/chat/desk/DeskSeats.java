package org.lethe.chat.desk;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lethe.chat.limit.ConnectionLimits;
import org.lethe.chat.live.JoinOutcome;
import org.lethe.chat.live.LiveChats;
import org.lethe.chat.live.Seat;
import org.lethe.chat.live.SendOutcome;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.DeskClientFrame;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.problem.Refusal;

/**
 * The places of one console in its operator's chats, and what the operator does there.
 *
 * <p>A chat can end, and the console go, while a place is being taken: each is noted before the
 * places are looked through, and looked for after a place is taken, so that one of the two sees it.
 */
final class DeskSeats {

    private static final Log LOG = Log.of(DeskSeats.class);

    private final Console console;
    private final LiveChats chats;
    private final ConnectionLimits limits;
    private final ConcurrentMap<ChatId, Seat> seats = new ConcurrentHashMap<>();
    private final Set<ChatId> over = ConcurrentHashMap.newKeySet();
    private volatile boolean left;

    DeskSeats(Console console, LiveChats chats, ConnectionLimits limits) {
        this.console = console;
        this.chats = chats;
        this.limits = limits;
    }

    /**
     * Takes a seat in each chat where there is none yet.
     *
     * @param own all chats of the operator
     * @return false if one of them can't be read now
     */
    boolean take(Collection<ChatId> own) {
        over.retainAll(own);
        boolean complete = true;
        for (ChatId chat : own) {
            complete &= isSeated(chat);
        }
        return complete;
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

    void send(DeskClientFrame.Send send) {
        Seat seat = in(send.chat());
        if (!limits.takesMessage()) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS);
        }
        switch (seat.send(send.id(), send.text(), send.file())) {
            case SendOutcome.Stored stored ->
                    console.send(
                            new DeskServerFrame.Sent(
                                    send.chat(), send.id(), stored.seq(), stored.at()));
            case SendOutcome.Refused refused -> throw new Refusal(refused.code());
        }
    }

    void typing(DeskClientFrame.Typing typing) {
        if (limits.takesSignal()) {
            in(typing.chat()).typing(typing.on());
        }
    }

    void read(DeskClientFrame.Read read) {
        if (limits.takesSignal()) {
            in(read.chat()).read(read.seq());
        }
    }

    private boolean isSeated(ChatId chat) {
        if (seats.containsKey(chat) || over.contains(chat)) {
            return true;
        }
        try {
            return join(chat);
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    private boolean join(ChatId chat) {
        var listener = new DeskChat(chat, console, () -> onOver(chat));
        long seen = console.seen().getOrDefault(chat, 0L);
        return switch (chats.join(
                chat, console.author(), console.operator().name(), listener, seen)) {
            case JoinOutcome.Joined(Seat seat) -> {
                hold(chat, seat);
                yield true;
            }
            case JoinOutcome.Gone(var farewell) -> {
                farewell.ifPresent(listener::onEnded);
                yield true;
            }
            case JoinOutcome.Lost ignored -> {
                listener.onLost();
                yield true;
            }
            case JoinOutcome.Full ignored -> {
                LOG.warn("A chat is full of consoles", LogKey.SCOPE.of(chat));
                yield true;
            }
            case JoinOutcome.Unavailable ignored -> false;
        };
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
