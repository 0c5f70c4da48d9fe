package org.lethe.chat.ending;

import java.util.Optional;
import org.lethe.contracts.signal.Farewell;

/** What became of the wish to end a chat. */
public sealed interface EndOutcome {
    record Ended(Farewell farewell) implements EndOutcome {}

    /** Somebody else ends it in this moment. */
    record Ending() implements EndOutcome {}

    /** It was gone already. */
    record Gone(Optional<Farewell> farewell) implements EndOutcome {}
}
