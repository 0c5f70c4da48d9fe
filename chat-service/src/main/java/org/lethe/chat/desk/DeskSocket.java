package org.lethe.chat.desk;

import io.quarkus.websockets.next.WebSocket;
import jakarta.inject.Inject;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.limit.ConnectionLimits;
import org.lethe.chat.limit.LimitSettings;
import org.lethe.chat.live.FrameRefusals;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.DeskClientFrame;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.socket.FrameSocket;
import org.lethe.runtime.socket.Handshake;
import org.lethe.runtime.socket.Peer;

/** The socket of operators. */
@WebSocket(path = "/v1/desk/socket")
public class DeskSocket extends FrameSocket<DeskClientFrame, DeskServerFrame> {
    private final ConcurrentMap<String, DeskSession> sessions = new ConcurrentHashMap<>();
    private final Desk desk;
    private final LimitSettings limits;

    @Inject
    DeskSocket(Handshake handshake, Desk desk, LimitSettings limits) {
        super(DeskClientFrame.class, handshake);
        this.desk = desk;
        this.limits = limits;
    }

    @Override
    protected void onHello(Peer<DeskServerFrame> peer, DeskClientFrame hello, Path path) {
        if (!(peer.caller() instanceof Caller.Operator operator)
                || !operator.kinds().contains(CallerKind.OPERATOR)
                || !(hello instanceof DeskClientFrame.Hello greeting)) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        var session =
                new DeskSession(
                        peer, operator, greeting.seen(), desk, new ConnectionLimits(limits));
        sessions.put(peer.id(), session);
        FrameRefusals.closing(peer, session::start);
        if (!peer.isOpen()) {
            onGone(peer);
        }
    }

    @Override
    protected void onFrame(Peer<DeskServerFrame> peer, DeskClientFrame frame) {
        DeskSession session = sessions.get(peer.id());
        if (session != null) {
            FrameRefusals.telling(
                    peer,
                    code -> ErrorFrame.of(code, chatOf(frame), idOf(frame)),
                    () -> session.onFrame(frame));
        }
    }

    @Override
    protected void onGone(Peer<DeskServerFrame> peer) {
        DeskSession session = sessions.remove(peer.id());
        if (session != null) {
            FrameRefusals.ignoring(session::stop);
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
