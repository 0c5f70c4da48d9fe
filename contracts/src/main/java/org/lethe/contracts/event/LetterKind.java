package org.lethe.contracts.event;

import org.lethe.contracts.Coded;

/** What a letter is. */
public enum LetterKind implements Coded {
    TRANSCRIPT,
    OFFLINE_MESSAGE,
    /** Tells the account that a letter did not arrive in time, without its content. */
    LOST_NOTICE
}
