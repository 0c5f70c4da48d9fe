package org.lethe.chat.live;

import java.time.Instant;
import org.lethe.contracts.error.ErrorCode;

/** What became of a message that somebody sent. */
public sealed interface SendOutcome {

    /** It is stored, now or by an earlier attempt. */
    record Stored(long seq, Instant at) implements SendOutcome {}

    record Refused(ErrorCode code) implements SendOutcome {}
}
