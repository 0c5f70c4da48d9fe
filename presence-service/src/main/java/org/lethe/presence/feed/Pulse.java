package org.lethe.presence.feed;

import java.time.Duration;

/** Runs something a moment later, so that what happens meanwhile is done with it. */
@FunctionalInterface
interface Pulse {

    void next(Runnable work);

    /** On a virtual thread, after this time. */
    static Pulse after(Duration moment) {
        return work ->
                Thread.startVirtualThread(() -> {
                    try {
                        Thread.sleep(moment);
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                    work.run();
                });
    }
}
