package org.lethe.chat.desk;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.runtime.caller.Caller;

/**
 * An operator's end of a socket.
 *
 * @param connection unique in this process
 * @param frames is sent what happens at the desk
 * @param leaving waits so long at most until all that was sent has left, and tells whether it has
 * @param refusals hangs up with the code that tells whether to come back
 * @param seen of each chat the last message that the console has
 */
record Console(
        String connection,
        Caller.Operator operator,
        Consumer<DeskServerFrame> frames,
        Predicate<Duration> leaving,
        Consumer<ErrorCode> refusals,
        Map<ChatId, Long> seen) {

    Console {
        seen = Map.copyOf(seen);
    }

    void send(DeskServerFrame frame) {
        frames.accept(frame);
    }

    /** Blocks for so long at most: false if the client has not taken all that it was sent. */
    boolean awaitSent(Duration patience) {
        return leaving.test(patience);
    }

    void hangUp(ErrorCode why) {
        refusals.accept(why);
    }

    /** The name of the lease by which its operator counts as online; ids only. */
    String lease() {
        return operator.operator().value() + "/" + connection;
    }
}
