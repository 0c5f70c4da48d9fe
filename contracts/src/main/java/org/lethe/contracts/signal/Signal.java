package org.lethe.contracts.signal;

/**
 * What processes tell each other on a channel of the store. It may be missed, so it only ever says
 * that something changed. Scripts send the same bytes; golden files hold them.
 */
public sealed interface Signal
        permits ChatSignal, DeskSignal, Destruction, OutboxFilled, VisitChanged {

    byte[] bytes();
}
