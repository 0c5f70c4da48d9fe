package org.lethe.privacy.vault;

/** What became of a scope, for who wants nothing in it. */
public enum Fate {
    OPEN,
    DESTROYED,
    /** It went with the store; nobody destroyed it. */
    LOST,
    /** Nothing can be said now. */
    UNKNOWN
}
