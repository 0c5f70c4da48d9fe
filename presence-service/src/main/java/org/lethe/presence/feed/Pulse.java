package org.lethe.presence.feed;

import java.time.Duration;
import org.lethe.runtime.rhythm.Later;

/** Runs something a moment later, so that what happens meanwhile is done with it. */
@FunctionalInterface
interface Pulse {

    void next(Runnable work);

    /** On a virtual thread, after this time. */
    static Pulse after(Duration moment) {
        return work -> Later.run(moment, work);
    }
}
