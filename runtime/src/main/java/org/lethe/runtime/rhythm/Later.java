package org.lethe.runtime.rhythm;

import java.time.Duration;
import org.lethe.privacy.pause.Backoff;

/** Does something once, after a while, on a virtual thread of its own. */
public final class Later {

    private Later() {}

    /**
     * Begins at once if there is nothing to wait for. What is not wanted any more says so itself.
     */
    public static void run(Duration wait, Runnable work) {
        Thread.startVirtualThread(() -> {
            if (!wait.isPositive() || Backoff.every(wait).pause()) {
                work.run();
            }
        });
    }
}
