package org.lethe.contracts.event;

import org.lethe.contracts.Coded;

/** Who or what ended a chat. */
public enum EndReason implements Coded {
    VISITOR,
    OPERATOR,
    /** Nobody wrote for the time that a chat may be idle. */
    IDLE,
    /** The chat reached the longest time that any may last. */
    LIMIT,
    ERASURE
}
