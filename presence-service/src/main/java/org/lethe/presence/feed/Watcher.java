package org.lethe.presence.feed;

import org.lethe.contracts.frame.VisitorsServerFrame;

/** An operator who has the list open. */
interface Watcher {

    String id();

    /** Sends a frame without waiting. */
    void send(VisitorsServerFrame frame);

    /** Sends a frame and waits until it has left; fails when the operator is gone. */
    void sendAndAwait(VisitorsServerFrame frame);
}
