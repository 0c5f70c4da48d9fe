package org.lethe.chat.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lethe.contracts.chat.Author;
import org.lethe.chat.limit.ConnectionLimits;
import org.lethe.chat.live.JoinOutcome;
import org.lethe.chat.live.Seat;
import org.lethe.chat.live.SendOutcome;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.DeskClientFrame;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.socket.Peer;

/** One console: the queue, and all chats of its operator over one socket. */
final class DeskSession implements BoardListener {

    private static final Log LOG = Log.of(DeskSession.class);
    private final Peer<DeskServerFrame> peer;
    private final Caller.Operator operator;
    private final Map<ChatId, Long> after;
    private final Desk desk;
    private final ConnectionLimits limits;
    private final Author author;
    private final ConcurrentMap<ChatId, Seat> seats = new ConcurrentHashMap<>();
    private final Set<ChatId> ended = ConcurrentHashMap.newKeySet();
    private final DeskBoard deskBoard;
    private final ConsoleAttendance attendance;
    private volatile boolean stopped;

    DeskSession(
            Peer<DeskServerFrame> peer,
            Caller.Operator operator,
            Map<ChatId, Long> after,
            Desk desk,
            ConnectionLimits limits) {
        this.peer = peer;
        this.operator = operator;
        this.after = Map.copyOf(after);
        this.desk = desk;
        this.limits = limits;
        this.author = new Author.Operator(operator.operator());
        this.deskBoard = new DeskBoard(peer::send, operator.operator(), desk.store()::metas);
        this.attendance =
                new ConsoleAttendance(
                        desk.attendance(), peer.id(), operator.account(), operator.operator());
    }

    void start() {
        peer.send(
                new DeskServerFrame.Ready(
                        operator.operator(), operator.name(), operator.account()));
        attendance.arrive();
        desk.boards().watch(operator.account(), this);
    }

    void stop() {
        stopped = true;
        desk.boards().unwatch(operator.account(), this);
        seats.values().forEach(Seat::leave);
        seats.clear();
        attendance.leave();
    }

    /** Does what the console asks, or throws a refusal. */
    void onFrame(DeskClientFrame frame) {
        switch (frame) {
            case DeskClientFrame.Hello ignored -> throw new Refusal(ErrorCode.MALFORMED);
            case DeskClientFrame.Accept accept -> desk.acceptChat().accept(operator, accept.chat());
            case DeskClientFrame.Send send -> send(send);
            case DeskClientFrame.Typing typing -> {
                if (limits.takesSignal()) {
                    seat(typing.chat()).typing(typing.on());
                }
            }
            case DeskClientFrame.Read read -> {
                if (limits.takesSignal()) {
                    seat(read.chat()).read(read.seq());
                }
            }
            case DeskClientFrame.End end -> {
                var _ = desk.endChat().end(seat(end.chat()).chat(), EndReason.OPERATOR);
            }
            case DeskClientFrame.Status status -> setAway(status.away());
        }
    }

    /** Tells what is news, and takes a seat in each chat that has become the operator's. */
    @Override
    public boolean onBoard(Board board, BoardView view) {
        if (stopped) {
            return true;
        }
        List<ChatId> own =
                view.chatsOf(operator.operator()).stream().map(BoardEntry::chat).toList();
        ended.retainAll(own);
        boolean told = deskBoard.tellChats(board::card, view);
        for (ChatId chat : own) {
            told &= isSeated(chat);
        }
        // Told in any case, also when a chat of the operator's own could not be.
        boolean queueTold = deskBoard.tellQueue(board::card, view);
        return told && queueTold;
    }

    private void send(DeskClientFrame.Send send) {
        Seat seat = seat(send.chat());
        if (!limits.takesMessage()) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS);
        }
        switch (seat.send(send.id(), send.text(), send.file())) {
            case SendOutcome.Stored stored ->
                    peer.send(
                            new DeskServerFrame.Sent(
                                    send.chat(), send.id(), stored.seq(), stored.at()));
            case SendOutcome.Refused refused -> throw new Refusal(refused.code());
        }
    }

    private void setAway(boolean away) {
        if (away) {
            attendance.goAway();
        } else {
            attendance.arrive();
        }
    }

    /** False if there is no seat because the chat can't be read now. */
    private boolean isSeated(ChatId chat) {
        if (seats.containsKey(chat) || ended.contains(chat)) {
            return true;
        }
        try {
            return join(chat);
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    private boolean join(ChatId chat) {
        var listener = new DeskChat(chat, author, peer, () -> onEnded(chat));
        long seen = after.getOrDefault(chat, 0L);
        return switch (desk.liveChats().join(chat, author, operator.name(), listener, seen)) {
            case JoinOutcome.Joined(Seat seat) -> {
                seats.put(chat, seat);
                if (stopped) {
                    seat.leave();
                }
                if (ended.contains(chat)) {
                    seats.remove(chat);
                }
                yield true;
            }
            case JoinOutcome.Gone(var farewell) -> {
                farewell.ifPresent(listener::onEnded);
                yield true;
            }
            case JoinOutcome.Full ignored -> {
                LOG.warn("A chat is full of consoles", LogKey.SCOPE.of(chat));
                yield true;
            }
            case JoinOutcome.Unavailable ignored -> false;
        };
    }

    /** The board may not have heard it yet: the end is told once. */
    private void onEnded(ChatId chat) {
        ended.add(chat);
        seats.remove(chat);
    }

    private Seat seat(ChatId chat) {
        return Optional.ofNullable(seats.get(chat))
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
    }
}
