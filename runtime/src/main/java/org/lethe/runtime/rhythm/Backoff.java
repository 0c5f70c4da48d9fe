package org.lethe.runtime.rhythm;

import java.time.Duration;

/**
 * The pauses between attempts at one thing, each twice as long as the one before, up to a limit.
 * For one thread, which it holds up.
 */
public final class Backoff {

    private final Duration longest;
    private Duration next;

    public Backoff(Duration first, Duration longest) {
        this.next = first;
        this.longest = longest;
    }

    /** The same pause every time. */
    public static Backoff every(Duration pause) {
        return new Backoff(pause, pause);
    }

    /** How long the next pause will be. */
    public Duration next() {
        return next;
    }

    /** Waits; false when the thread was interrupted, which stays said: then no other attempt. */
    public boolean pause() {
        try {
            Thread.sleep(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return true;
    }
}
