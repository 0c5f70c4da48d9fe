package org.lethe.contracts.frame;

import org.lethe.contracts.Coded;

/** Where a chat stands. */
public enum ChatState implements Coded {
    /** Waits for an operator. */
    QUEUED,
    /** An operator is in it. */
    ACTIVE,
    /** Its last message is fixed; letters are being made. */
    ENDING,
    ENDED
}
