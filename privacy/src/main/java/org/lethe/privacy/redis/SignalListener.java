package org.lethe.privacy.redis;

/** Hears a channel; called one at a time, in order, on a thread that may block. */
@FunctionalInterface
public interface SignalListener {

    void onSignal(byte[] payload);

    /**
     * The connection was gone and is back: signals were missed, fetch again what they are about.
     */
    default void onReconnected() {}
}
