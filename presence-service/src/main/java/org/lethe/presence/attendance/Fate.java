package org.lethe.presence.attendance;

/** What became of a visit. */
public enum Fate {
    OPEN,
    DESTROYED,
    /** It went with the store; nobody destroyed it. */
    LOST,
    /** Nothing can be said now. */
    UNKNOWN
}
