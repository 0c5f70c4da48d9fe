package org.lethe.contracts.event;

import org.lethe.contracts.Coded;

/** Who or what ended a chat. */
public enum EndReason implements Coded {
    VISITOR,
    OPERATOR,
    /** The visitor gave no sign of life any more, neither in the chat nor on the site. */
    LEFT,
    /** Nobody wrote for the time that a chat may be idle. */
    IDLE,
    /** The chat reached the longest time that any may last. */
    LIMIT,
    /**
     * Its deadline passed while nobody could end it: it was destroyed, and no letters were made.
     */
    DEADLINE,
    /** Its account was closed: it was destroyed, and no letters were made. */
    CLOSED,
    ERASURE
}
