package org.lethe.chat.desk;

import org.jspecify.annotations.Nullable;
import org.lethe.chat.ending.EndChat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.DeskClientFrame;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.socket.FrameSession;

/** One console: the queue, and all chats of its operator over one socket. */
final class DeskSession implements FrameSession<DeskClientFrame>, BoardListener {

    private final Console console;
    private final Caller.Operator operator;
    private final DeskSeats seats;
    private final DeskBoard deskBoard;
    private final Boards boards;
    private final ConsoleAttendance attendance;
    private final AcceptChat acceptChat;
    private final EndChat endChat;
    private volatile boolean stopped;

    DeskSession(
            Console console,
            DeskSeats seats,
            DeskBoard deskBoard,
            Boards boards,
            ConsoleAttendance attendance,
            AcceptChat acceptChat,
            EndChat endChat) {
        this.console = console;
        this.operator = console.operator();
        this.seats = seats;
        this.deskBoard = deskBoard;
        this.boards = boards;
        this.attendance = attendance;
        this.acceptChat = acceptChat;
        this.endChat = endChat;
    }

    @Override
    public void start() {
        console.send(
                new DeskServerFrame.Ready(
                        operator.operator(), operator.name(), operator.account()));
        attendance.arrive();
        boards.watch(operator.account(), this);
    }

    @Override
    public void stop() {
        stopped = true;
        boards.unwatch(operator.account(), this);
        seats.leaveAll();
        attendance.leave();
    }

    /** Does what the console asks, or throws a refusal. */
    @Override
    public void onFrame(DeskClientFrame frame) {
        switch (frame) {
            case DeskClientFrame.Hello ignored -> throw new Refusal(ErrorCode.MALFORMED);
            case DeskClientFrame.Accept accept -> acceptChat.accept(operator, accept.chat());
            case DeskClientFrame.Send send -> seats.send(send);
            case DeskClientFrame.Typing typing -> seats.typing(typing);
            case DeskClientFrame.Read read -> seats.read(read);
            case DeskClientFrame.End end -> {
                var _ = endChat.end(seats.in(end.chat()).chat(), EndReason.OPERATOR);
            }
            case DeskClientFrame.Status status -> setAway(status.away());
        }
    }

    @Override
    public ErrorFrame refusal(DeskClientFrame frame, ErrorCode code) {
        return ErrorFrame.of(code, chatOf(frame), idOf(frame));
    }

    /** Tells what is news, and takes a seat in each chat that has become the operator's. */
    @Override
    public boolean onBoard(Board board, BoardView view) {
        if (stopped) {
            return true;
        }
        boolean told = deskBoard.tellChats(board::card, view);
        told &=
                seats.take(
                        view.chatsOf(operator.operator()).stream().map(BoardEntry::chat).toList());
        // Told in any case, also when a chat of the operator's own could not be.
        boolean queueTold = deskBoard.tellQueue(board::card, view);
        return told && queueTold;
    }

    private void setAway(boolean away) {
        if (away) {
            attendance.goAway();
        } else {
            attendance.arrive();
        }
    }

    private static @Nullable ChatId chatOf(DeskClientFrame frame) {
        return switch (frame) {
            case DeskClientFrame.Accept accept -> accept.chat();
            case DeskClientFrame.Send send -> send.chat();
            case DeskClientFrame.Typing typing -> typing.chat();
            case DeskClientFrame.Read read -> read.chat();
            case DeskClientFrame.End end -> end.chat();
            case DeskClientFrame.Hello ignored -> null;
            case DeskClientFrame.Status ignored -> null;
        };
    }

    private static @Nullable ClientMessageId idOf(DeskClientFrame frame) {
        return frame instanceof DeskClientFrame.Send send ? send.id() : null;
    }
}
