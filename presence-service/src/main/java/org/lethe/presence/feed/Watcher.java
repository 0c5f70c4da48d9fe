package org.lethe.presence.feed;

import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.VisitorsServerFrame;

/** An operator who has the list open. */
interface Watcher {

    String id();

    /** Sends a frame and waits until it has left; fails when the operator is gone or reads not. */
    void send(VisitorsServerFrame frame);

    /** Hangs up, for this reason; the operator may come back for the whole list. */
    void cutOff(ErrorCode why);
}
