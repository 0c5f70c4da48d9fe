package org.lethe.presence.page;

import io.quarkus.websockets.next.WebSocket;
import jakarta.inject.Inject;
import java.util.function.BooleanSupplier;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.VisitClientFrame;
import org.lethe.contracts.frame.VisitServerFrame;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.attendance.VisitSessions;
import org.lethe.presence.visit.VisitTimes;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.socket.FrameSession;
import org.lethe.runtime.socket.FrameSocket;
import org.lethe.runtime.socket.Handshake;
import org.lethe.runtime.socket.Peer;

/** The socket that a visitor's page holds open: it shows that the visitor is there, and where. */
@WebSocket(path = "/v1/visits/{visit}/socket")
public class VisitSocket extends FrameSocket<VisitClientFrame, VisitServerFrame> {

    private final Visits visits;
    private final VisitSessions sessions;
    private final VisitOwners owners;
    private final VisitTimes times;

    @Inject
    VisitSocket(
            Handshake handshake,
            Visits visits,
            VisitSessions sessions,
            VisitOwners owners,
            VisitTimes times) {
        super(VisitClientFrame.class, handshake);
        this.visits = visits;
        this.sessions = sessions;
        this.owners = owners;
        this.times = times;
    }

    @Override
    protected FrameSession<VisitClientFrame> greet(
            Peer<VisitServerFrame> peer, VisitClientFrame hello, Path path) {
        VisitId visit = new VisitId(path.param("visit"));
        return new Tab(peer, owners.owner(peer.caller(), visit));
    }

    /** One page of the visitor. */
    private final class Tab implements FrameSession<VisitClientFrame> {

        private final Peer<VisitServerFrame> peer;
        private final Caller.Visitor visitor;
        private final VisitId visit;

        Tab(Peer<VisitServerFrame> peer, Caller.Visitor visitor) {
            this.peer = peer;
            this.visitor = visitor;
            this.visit = visitor.visit();
        }

        @Override
        public void start() {
            sessions.arrive(visit, new PeerLine(peer));
            peer.send(
                    new VisitServerFrame.Ready(
                            visit,
                            times.heartbeatSeconds(),
                            owners.token(visitor.account(), visit)));
        }

        @Override
        public void onFrame(VisitClientFrame frame) {
            switch (frame) {
                case VisitClientFrame.Heartbeat _ -> {
                    sessions.heartbeat(visit, peer.id());
                    peer.send(new VisitServerFrame.Heartbeat());
                }
                case VisitClientFrame.Page page ->
                        change(() -> visits.page(visitor.account(), visit, page));
                case VisitClientFrame.Details details ->
                        change(() -> visits.details(visit, details));
                case VisitClientFrame.Leave _ -> sessions.leave(visit, peer.id());
                case VisitClientFrame.Hello _ -> throw new Refusal(ErrorCode.MALFORMED);
            }
        }

        @Override
        public void stop() {
            sessions.gone(visit, peer.id(), peer.saidGoodbye());
        }

        private void change(BooleanSupplier visitIsOpen) {
            sessions.heartbeat(visit, peer.id());
            try {
                if (!visitIsOpen.getAsBoolean()) {
                    sessions.missing(visit);
                }
            } catch (StoreUnavailableException away) {
                // The page says it again when it comes back, and only then.
                peer.refuse(ErrorCode.UNAVAILABLE);
            }
        }
    }

    private record PeerLine(Peer<VisitServerFrame> peer) implements VisitSessions.Line {

        @Override
        public String id() {
            return peer.id();
        }

        @Override
        public void erased() {
            peer.send(new VisitServerFrame.Erased());
            peer.close();
        }

        @Override
        public void lost() {
            // Not retryable, so that the page opens another visit instead of asking for this one.
            peer.refuse(ErrorCode.SCOPE_LOST);
        }

        @Override
        public void hangUp() {
            peer.refuse(ErrorCode.UNAVAILABLE);
        }
    }
}
