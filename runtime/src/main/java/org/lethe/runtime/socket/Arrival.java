package org.lethe.runtime.socket;

import java.util.concurrent.atomic.AtomicReference;

/** Whether a peer is there; settles that its arrival and its leaving happen on two threads. */
final class Arrival {

    private enum State {
        ARRIVING,
        THERE,
        GONE
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.ARRIVING);

    /** False if it left while it arrived: who asks has to tidy up. */
    boolean arrived() {
        return state.compareAndSet(State.ARRIVING, State.THERE);
    }

    /** True if who asks has to tidy up; false if that was done, or whoever greets it will. */
    boolean left() {
        return state.getAndSet(State.GONE) == State.THERE;
    }
}
