package org.lethe.runtime.socket;

import org.lethe.contracts.frame.ClientFrame;
import org.lethe.contracts.frame.ErrorFrame;

/** What a client sent on a socket. */
public sealed interface Incoming<C extends ClientFrame> {

    record Legible<C extends ClientFrame>(C frame) implements Incoming<C> {}

    /** A frame, or a field of it, that is not known or not taken: no reason to lose the client. */
    record Unacceptable<C extends ClientFrame>(ErrorFrame answer) implements Incoming<C> {}
}
