package org.lethe.chat.desk;

import java.util.Map;
import java.util.function.Consumer;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.runtime.caller.Caller;

/**
 * An operator's end of a socket.
 *
 * @param connection unique in this process
 * @param frames is sent what happens at the desk
 * @param leaving waits until all that was sent has left, or refuses a client that reads nothing
 * @param seen of each chat the last message that the console has
 */
record Console(
        String connection,
        Caller.Operator operator,
        Consumer<DeskServerFrame> frames,
        Runnable leaving,
        Map<ChatId, Long> seen) {

    Console {
        seen = Map.copyOf(seen);
    }

    void send(DeskServerFrame frame) {
        frames.accept(frame);
    }

    /** Blocks, as slowly as the client reads. */
    void awaitSent() {
        leaving.run();
    }

    /** The name of the lease by which its operator counts as online; ids only. */
    String lease() {
        return operator.operator().value() + "/" + connection;
    }
}
