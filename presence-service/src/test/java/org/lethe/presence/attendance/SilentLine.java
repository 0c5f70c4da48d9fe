package org.lethe.presence.attendance;

/** A socket that takes what it is told without a word. */
record SilentLine(String id) implements VisitSessions.Line {

    @Override
    public void erased() {}

    @Override
    public void lost() {}

    @Override
    public void hangUp() {}
}
