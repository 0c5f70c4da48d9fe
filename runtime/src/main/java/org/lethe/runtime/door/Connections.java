package org.lethe.runtime.door;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts of this process, which has one door. */
final class Connections {

    /** The door is made before there are beans. */
    static final Connections OF_PROCESS = new Connections();

    private final AtomicInteger open = new AtomicInteger();
    private final LongAdder tooMany = new LongAdder();
    private final LongAdder tooSlow = new LongAdder();

    /** One more; tells how many there are now. */
    int opened() {
        return open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    int open() {
        return open.get();
    }

    void refusedAsTooMany() {
        tooMany.increment();
    }

    void refusedAsTooSlow() {
        tooSlow.increment();
    }

    long tooMany() {
        return tooMany.sum();
    }

    long tooSlow() {
        return tooSlow.sum();
    }
}
