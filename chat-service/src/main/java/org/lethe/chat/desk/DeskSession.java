package org.lethe.chat.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.Author;
import org.lethe.chat.conversation.ChatMeta;
import org.lethe.chat.limit.ConnectionLimits;
import org.lethe.chat.live.JoinOutcome;
import org.lethe.chat.live.Seat;
import org.lethe.chat.live.SendOutcome;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.DeskClientFrame;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.socket.Peer;

/** One console: the queue, and all chats of its operator over one socket. */
final class DeskSession implements BoardListener {
    private final Peer<DeskServerFrame> peer;
    private final Caller.Operator operator;
    private final Map<ChatId, Long> after;
    private final Desk desk;
    private final ConnectionLimits limits;
    private final Author author;
    private final ConcurrentMap<ChatId, Seat> seats = new ConcurrentHashMap<>();
    private @Nullable List<BoardEntry> toldQueue;
    private @Nullable List<BoardEntry> toldChats;
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
    }

    void start() {
        peer.send(
                new DeskServerFrame.Ready(
                        operator.operator(), operator.name(), operator.account()));
        desk.attendance().arrive(peer.id(), operator.account(), operator.operator());
        desk.boards().watch(operator.account(), this);
    }

    void stop() {
        stopped = true;
        desk.boards().unwatch(operator.account(), this);
        seats.values().forEach(Seat::leave);
        seats.clear();
        desk.attendance().leave(peer.id());
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
    public void onBoard(Board board, BoardView view) {
        if (stopped) {
            return;
        }
        List<BoardEntry> chats = view.chatsOf(operator.operator());
        if (!chats.equals(toldChats)) {
            toldChats = chats;
            peer.send(new DeskServerFrame.Chats(own(board, chats)));
            chats.forEach(this::join);
        }
        List<BoardEntry> queue = view.queue();
        if (!queue.equals(toldQueue)) {
            toldQueue = queue;
            peer.send(new DeskServerFrame.Queue(queued(board, queue)));
        }
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
            desk.attendance().goAway(peer.id());
        } else {
            desk.attendance().arrive(peer.id(), operator.account(), operator.operator());
        }
    }

    private void join(BoardEntry entry) {
        ChatId chat = entry.chat();
        if (seats.containsKey(chat)) {
            return;
        }
        var listener = new DeskChat(chat, author, peer, () -> seats.remove(chat));
        long seen = after.getOrDefault(chat, 0L);
        switch (desk.liveChats().join(chat, author, operator.name(), listener, seen)) {
            case JoinOutcome.Joined(Seat seat) -> {
                seats.put(chat, seat);
                if (stopped) {
                    seat.leave();
                }
            }
            case JoinOutcome.Gone(var farewell) -> farewell.ifPresent(listener::onEnded);
            // It reconnects, and asks for all that it has not seen.
            case JoinOutcome.Unavailable ignored -> peer.refuse(ErrorCode.UNAVAILABLE);
        }
    }

    private Seat seat(ChatId chat) {
        return Optional.ofNullable(seats.get(chat))
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
    }

    private List<DeskServerFrame.OwnChat> own(Board board, List<BoardEntry> chats) {
        Map<ChatId, ChatMeta> metas =
                desk.store().metas(chats.stream().map(BoardEntry::chat).toList());
        return chats.stream()
                .flatMap(entry ->
                        board
                                .card(entry.chat())
                                .map(card -> own(entry, card, metas.get(entry.chat())))
                                .stream())
                .toList();
    }

    private static DeskServerFrame.OwnChat own(
            BoardEntry entry, ChatCard card, @Nullable ChatMeta meta) {
        return new DeskServerFrame.OwnChat(
                entry.chat(),
                entry.visit(),
                entry.state(),
                card.name(),
                card.email(),
                card.question(),
                card.address(),
                card.host(),
                meta == null ? 0 : meta.seq());
    }

    private static List<DeskServerFrame.QueuedChat> queued(Board board, List<BoardEntry> queue) {
        return queue.stream()
                .flatMap(
                        entry -> board.card(entry.chat()).map(card -> queued(entry, card)).stream())
                .toList();
    }

    private static DeskServerFrame.QueuedChat queued(BoardEntry entry, ChatCard card) {
        return new DeskServerFrame.QueuedChat(
                entry.chat(),
                entry.visit(),
                entry.since(),
                card.name(),
                card.email(),
                card.question(),
                card.address(),
                card.host());
    }
}
