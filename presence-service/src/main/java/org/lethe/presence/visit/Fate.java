package org.lethe.presence.visit;

/** What became of a visit. */
enum Fate {
    OPEN,
    DESTROYED,
    /** It went with the store; nobody destroyed it. */
    LOST,
    /** Nothing can be said now. */
    UNKNOWN
}
