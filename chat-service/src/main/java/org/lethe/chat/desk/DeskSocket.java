package org.lethe.chat.desk;

import io.quarkus.websockets.next.WebSocket;
import jakarta.inject.Inject;
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
    private final DeskSessions sessions;

    @Inject
    DeskSocket(Handshake handshake, DeskSessions sessions) {
        super(DeskClientFrame.class, handshake);
        this.sessions = sessions;
    }

    @Override
    protected DeskSession greet(Peer<DeskServerFrame> peer, DeskClientFrame hello, Path path) {
        if (!(peer.caller() instanceof Caller.Operator operator)
                || !operator.kinds().contains(CallerKind.OPERATOR)
                || !(hello instanceof DeskClientFrame.Hello greeting)) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        return sessions.open(new Console(peer.id(), operator, peer::send, greeting.seen()));
    }
}
