package org.lethe.file.access;

/** What became of entering a file into a chat. */
public enum EnterOutcome {
    ENTERED,
    /** Nobody has accepted the chat: no stranger's files without an operator who looks at them. */
    WAITING,
    /** The chat is ending or gone, or is being erased. */
    ENDED,
    /** The chat has as many files as it may have. */
    FULL
}
