package org.lethe.mail.letter;

/** Who has a letter. */
public enum Custody {
    /** No mail server. */
    OURS,
    /** A mail server: it took it, or is being asked to. */
    HANDED_OVER,
    /** A mail server had the whole of it and never said whether it took it. */
    PERHAPS
}
