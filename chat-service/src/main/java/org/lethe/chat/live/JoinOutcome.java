package org.lethe.chat.live;

import java.util.Optional;
import org.lethe.contracts.signal.Farewell;

/** What became of the wish to hear a chat. */
public sealed interface JoinOutcome {
    record Joined(Seat seat) implements JoinOutcome {}

    /** The chat is gone; if it ended properly a moment ago, its people can still be told how. */
    record Gone(Optional<Farewell> farewell) implements JoinOutcome {}

    /** The chat was lost with its store: nobody ended it. */
    record Lost() implements JoinOutcome {}

    /** As many sockets of this side have the chat as any may have. */
    record Full() implements JoinOutcome {}

    record Unavailable() implements JoinOutcome {}
}
