package org.lethe.chat.desk;

import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.ending.EndChat;
import org.lethe.chat.live.LiveChats;
import org.lethe.chat.loss.AccountLosses;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.DeskClientFrame;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.signal.DeskSignal;
import org.lethe.privacy.redis.Subscription;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.socket.FrameSession;

/** One console: the queue, and all chats of its operator over one socket. */
final class DeskSession implements FrameSession<DeskClientFrame>, Board.Listener {

    private final Console console;
    private final Caller.Operator operator;
    private final DeskSeats seats;
    private final DeskBoard deskBoard;
    private final Boards boards;
    private final Attendance attendance;
    private final AcceptChat acceptChat;
    private final EndChat endChat;
    private final AccountLosses losses;
    private volatile @Nullable Subscription lossesHeard;
    private volatile boolean stopped;

    DeskSession(
            Console console,
            LiveChats chats,
            Boards boards,
            Attendance attendance,
            AcceptChat acceptChat,
            EndChat endChat,
            AccountLosses losses) {
        this.console = console;
        this.operator = console.operator();
        this.seats = new DeskSeats(console, chats);
        this.deskBoard = new DeskBoard(console, boards::metas, boards::now);
        this.boards = boards;
        this.attendance = attendance;
        this.acceptChat = acceptChat;
        this.endChat = endChat;
        this.losses = losses;
    }

    @Override
    public void start() {
        arrive();
        boards.watch(operator.account(), this);
        seats.tellLost();
        lossesHeard = losses.watch(operator.account(), console::send);
        if (stopped) {
            forgetLosses();
        }
    }

    @Override
    public void stop() {
        stopped = true;
        boards.unwatch(operator.account(), this);
        forgetLosses();
        seats.leaveAll();
        attendance.leave(console);
    }

    /** A chat whose store is slow just now holds up no other. */
    @Override
    public @Nullable Object lane(DeskClientFrame frame) {
        return frame.chat();
    }

    /** Does what the console asks, or throws a refusal. */
    @Override
    public void onFrame(DeskClientFrame frame) {
        switch (frame) {
            case DeskClientFrame.Hello _ -> throw new Refusal(ErrorCode.MALFORMED);
            case DeskClientFrame.Accept(ChatId chat) -> acceptChat.accept(operator, chat);
            case DeskClientFrame.Send(ChatId chat, var id, var text, var file) -> {
                ChatStore.Stored stored = seats.in(chat).send(id, text, file);
                console.send(new DeskServerFrame.Sent(chat, id, stored.seq(), stored.at()));
            }
            case DeskClientFrame.Typing(ChatId chat, boolean on) -> seats.in(chat).typing(on);
            case DeskClientFrame.Read(ChatId chat, long seq) -> seats.in(chat).read(seq);
            case DeskClientFrame.End(ChatId chat) ->
                    endChat.begin(seats.in(chat).chat(), EndReason.OPERATOR);
            case DeskClientFrame.Status(boolean away) when away -> attendance.goAway(console);
            case DeskClientFrame.Status _ -> arrive();
            case DeskClientFrame.Heartbeat _ -> console.send(new DeskServerFrame.Heartbeat());
        }
    }

    /** Tells what is news, and takes a seat in each chat that has become the operator's. */
    @Override
    public boolean onBoard(Board board, BoardView view) {
        if (stopped) {
            return true;
        }
        boolean chatsTold = deskBoard.tellChats(board::card, view);
        // Before seats are taken, which waits for the client: who is gone is to be seen no more.
        boolean queueTold = deskBoard.tellQueue(board::card, view);
        boolean seated =
                seats.take(
                        view.chatsOf(operator.operator()).stream()
                                .map(DeskSignal.Moved::chat)
                                .toList());
        return chatsTold && queueTold && seated;
    }

    /** Its page lets go of what it shows in time, once it has no connection. */
    @Override
    public void onUnseen() {
        console.hangUp(ErrorCode.UNAVAILABLE);
    }

    /** A frame may still be in work when the socket closes: who arrives after that leaves again. */
    private void arrive() {
        try {
            attendance.arrive(console);
        } finally {
            if (stopped) {
                attendance.leave(console);
            }
        }
    }

    private void forgetLosses() {
        Subscription heard = lossesHeard;
        if (heard != null) {
            heard.close();
        }
    }
}
