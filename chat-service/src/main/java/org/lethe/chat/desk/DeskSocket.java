package org.lethe.chat.desk;

import io.quarkus.websockets.next.WebSocket;
import jakarta.inject.Inject;
import org.lethe.chat.ending.EndChat;
import org.lethe.chat.live.LiveChats;
import org.lethe.chat.loss.AccountLosses;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.DeskClientFrame;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.socket.FrameSocket;
import org.lethe.runtime.socket.Handshake;
import org.lethe.runtime.socket.Peer;

/** The socket of operators. */
@WebSocket(path = "/v1/desk/socket")
public class DeskSocket extends FrameSocket<DeskClientFrame, DeskServerFrame> {
    private final LiveChats chats;
    private final Boards boards;
    private final Attendance attendance;
    private final AcceptChat acceptChat;
    private final EndChat endChat;
    private final AccountLosses losses;

    @Inject
    DeskSocket(
            Handshake handshake,
            LiveChats chats,
            Boards boards,
            Attendance attendance,
            AcceptChat acceptChat,
            EndChat endChat,
            AccountLosses losses) {
        super(DeskClientFrame.class, handshake);
        this.chats = chats;
        this.boards = boards;
        this.attendance = attendance;
        this.acceptChat = acceptChat;
        this.endChat = endChat;
        this.losses = losses;
    }

    @Override
    protected DeskSession greet(Peer<DeskServerFrame> peer, DeskClientFrame hello, Path path) {
        if (!(peer.caller() instanceof Caller.Operator operator)
                || !operator.kinds().contains(CallerKind.OPERATOR)
                || !(hello instanceof DeskClientFrame.Hello greeting)) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        var console =
                new Console(
                        peer.id(),
                        operator,
                        peer::send,
                        peer::awaitSent,
                        peer::refuse,
                        greeting.seen());
        return new DeskSession(console, chats, boards, attendance, acceptChat, endChat, losses);
    }
}
