package org.lethe.runtime.socket;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ClientFrame;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.frame.ServerFrame;
import org.lethe.runtime.metric.Outcome;
import org.lethe.runtime.problem.Failures;

/** A client that said hello, with its session; the session is stopped once, however it goes. */
final class Greeted<C extends ClientFrame, S extends ServerFrame> {

    private final Peer<S> peer;
    private final FrameSession<C> session;
    private final Arrival arrival = new Arrival();

    Greeted(Peer<S> peer, FrameSession<C> session) {
        this.peer = peer;
        this.session = session;
    }

    /** Throws what the session's start throws. */
    void arrive() {
        try {
            session.start();
        } finally {
            // It may have closed meanwhile, on another thread, before or after this was known.
            boolean gone = !arrival.arrived();
            if (gone || !peer.isOpen() && arrival.left()) {
                stop();
            }
        }
    }

    void leave() {
        if (arrival.left()) {
            stop();
        }
    }

    @Nullable Object lane(C frame) {
        return session.lane(frame);
    }

    /** A refusal answers one frame; after a fault of ours the client had better begin anew. */
    Outcome handle(C frame) {
        try {
            session.onFrame(frame);
            return Outcome.DONE;
        } catch (RuntimeException e) {
            ErrorCode code = Failures.codeOf(e);
            if (code == ErrorCode.INTERNAL) {
                peer.refuse(code);
            } else {
                peer.error(ErrorFrame.of(code, frame.chat(), frame.id()));
            }
            return Outcome.of(code);
        }
    }

    /** Answers a frame that never reached the session. */
    Outcome tell(ErrorFrame answer) {
        peer.error(answer);
        return Outcome.REFUSED;
    }

    private void stop() {
        try {
            session.stop();
        } catch (RuntimeException e) {
            // Nobody is left to tell, and what is left runs out; looking up the code logs a fault.
            ErrorCode _ = Failures.codeOf(e);
        }
    }
}
