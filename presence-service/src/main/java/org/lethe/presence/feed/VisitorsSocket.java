package org.lethe.presence.feed;

import io.quarkus.websockets.next.WebSocket;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.VisitorsClientFrame;
import org.lethe.contracts.frame.VisitorsServerFrame;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.Role;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.socket.FrameSession;
import org.lethe.runtime.socket.FrameSocket;
import org.lethe.runtime.socket.Handshake;
import org.lethe.runtime.socket.Peer;

/** The socket on which operators watch the visitors of their account. */
@WebSocket(path = "/v1/visitors/socket")
public class VisitorsSocket extends FrameSocket<VisitorsClientFrame, VisitorsServerFrame> {

    private final AccountDirectory accounts;
    private final VisitorFeeds feeds;

    @Inject
    VisitorsSocket(Handshake handshake, AccountDirectory accounts, VisitorFeeds feeds) {
        super(VisitorsClientFrame.class, handshake);
        this.accounts = accounts;
        this.feeds = feeds;
    }

    @Override
    protected FrameSession<VisitorsClientFrame> greet(
            Peer<VisitorsServerFrame> peer, VisitorsClientFrame hello, Path path) {
        if (!(peer.caller() instanceof Caller.Operator operator)
                || !operator.roles().contains(Role.OPERATOR)) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        return new Watching(peer, accounts.require(operator.account()).id());
    }

    /** One operator who watches. */
    private final class Watching implements FrameSession<VisitorsClientFrame> {

        private final Peer<VisitorsServerFrame> peer;
        private final AccountId account;

        Watching(Peer<VisitorsServerFrame> peer, AccountId account) {
            this.peer = peer;
            this.account = account;
        }

        @Override
        public void start() {
            feeds.join(account, new PeerWatcher(peer, new VisitorsServerFrame.Ready(account)));
        }

        @Override
        public void onFrame(VisitorsClientFrame frame) {
            switch (frame) {
                case VisitorsClientFrame.Hello _ -> throw new Refusal(ErrorCode.MALFORMED);
            }
        }

        @Override
        public void stop() {
            feeds.leave(account, peer.id());
        }
    }

    /** Is told ready with the first list: by then the store has been read. */
    private static final class PeerWatcher implements Watcher {

        private final Peer<VisitorsServerFrame> peer;
        private final AtomicReference<VisitorsServerFrame.@Nullable Ready> ready;

        PeerWatcher(Peer<VisitorsServerFrame> peer, VisitorsServerFrame.Ready ready) {
            this.peer = peer;
            this.ready = new AtomicReference<>(ready);
        }

        @Override
        public String id() {
            return peer.id();
        }

        @Override
        public void send(VisitorsServerFrame frame) {
            VisitorsServerFrame.Ready first = ready.getAndSet(null);
            if (first != null) {
                peer.send(first);
            }
            peer.sendAndAwait(frame);
        }

        @Override
        public void cutOff(ErrorCode why) {
            peer.refuse(why);
        }
    }
}
