package org.lethe.contracts.event;

import org.lethe.contracts.Coded;

/** What a letter is. */
public enum LetterKind implements Coded {
    TRANSCRIPT,
    OFFLINE_MESSAGE,
    /** Tells the account of what was lost, a letter or chats, without its content. */
    LOST_NOTICE
}
