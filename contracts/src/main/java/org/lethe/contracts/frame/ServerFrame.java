package org.lethe.contracts.frame;

/** What the server sends. */
public sealed interface ServerFrame extends Frame
        permits ChatServerFrame, DeskServerFrame, VisitServerFrame, VisitorsServerFrame {}
