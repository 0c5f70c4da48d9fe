package org.lethe.contracts.frame;

/** What a client sends. */
public sealed interface ClientFrame extends Frame
        permits ChatClientFrame, DeskClientFrame, VisitClientFrame, VisitorsClientFrame {

    /** The first frame of every socket: who the client is. */
    interface Hello {
        BearerToken token();
    }
}
