package org.lethe.gdpr.access;

import org.lethe.contracts.Coded;

/** What became of a file's bytes in an archive. */
public enum ArchivedState implements Coded {
    /** All of them are in it. */
    WHOLE,
    /** It ends where what lies in the store does not open. */
    CUT,
    /** The store for files has none of them, or what it has does not open. */
    ABSENT,
    /** This service does not read the store for files; the file is fetched in its chat. */
    NOT_READ
}
