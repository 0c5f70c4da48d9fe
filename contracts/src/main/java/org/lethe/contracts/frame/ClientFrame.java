package org.lethe.contracts.frame;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;

/** What a client sends. */
public sealed interface ClientFrame extends Frame
        permits ChatClientFrame, DeskClientFrame, VisitClientFrame, VisitorsClientFrame {

    /** The chat that it is about, on a socket with several; what answers it names that. */
    default @Nullable ChatId chat() {
        return null;
    }

    /** The client's id of the message that it sends. */
    default @Nullable ClientMessageId id() {
        return null;
    }

    /** The first frame of every socket: who the client is. */
    interface Hello {
        BearerToken token();
    }
}
