package org.lethe.chat.conversation;

import java.time.Instant;

/** What the store did with a message. */
public sealed interface Appended {

    /** It is in the log: now, or since an earlier attempt with the same id. */
    record Stored(long seq, Instant at) implements Appended {}

    record Refused(Reason reason) implements Appended {}

    /** Why a message was not appended. */
    enum Reason {
        /** The chat's last message is fixed. */
        ENDING,
        GONE,
        /** The chat has as many messages, or bytes, as any may have. */
        FULL,
        /** An operator who is not in the chat. */
        STRANGER
    }
}
