package org.lethe.chat.live;

import java.util.function.Function;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.frame.ServerFrame;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.problem.Failures;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.socket.Peer;

/** What a refusal means for a socket: the answer to one frame, or its end. */
public final class FrameRefusals {
    private static final Log LOG = Log.of(FrameRefusals.class);

    private FrameRefusals() {}

    /** A frame that is refused is answered; the socket stays open. */
    public static <S extends ServerFrame> void telling(
            Peer<S> peer, Function<ErrorCode, ErrorFrame> answer, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            peer.error(answer.apply(codeOf(e)));
        }
    }

    /** A hello that is refused ends the socket. */
    public static <S extends ServerFrame> void closing(Peer<S> peer, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            peer.refuse(codeOf(e));
        }
    }

    /** Who is gone can't be answered; what is left of them runs out by itself. */
    public static void ignoring(Runnable task) {
        try {
            task.run();
        } catch (Refusal | StoreUnavailableException e) {
            LOG.debug("A socket's loose ends remain for now", LogKey.REASON.of(e));
        }
    }

    private static ErrorCode codeOf(RuntimeException failure) {
        return failure instanceof StoreUnavailableException
                ? ErrorCode.UNAVAILABLE
                : Failures.codeOf(failure);
    }
}
