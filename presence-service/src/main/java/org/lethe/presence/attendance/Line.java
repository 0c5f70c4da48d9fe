package org.lethe.presence.attendance;

/** One socket of a visit: a tab of the visitor's browser. */
public interface Line {

    String id();

    /** Tells the page that the visit was destroyed, and hangs up. */
    void erased();

    /** Hangs up because the visit is lost, though nobody destroyed it: a page may open another. */
    void lost();

    /** Hangs up on a page that is silent; it may come back. */
    void hangUp();
}
