package org.lethe.privacy.pause;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The pauses between attempts at one thing, each twice as long as the one before, up to a limit.
 * Waiting is for one thread, which it holds up; it is the one place where a thread sleeps.
 */
public final class Backoff {

    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;
    private final @Nullable RandomGenerator blur;
    private int made;
    private Duration next;

    public Backoff(Duration first, Duration longest) {
        this(first, longest, null);
    }

    private Backoff(Duration first, Duration longest, @Nullable RandomGenerator blur) {
        if (!first.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "no pause, or the longest is shorter than the first");
        }
        this.first = first;
        this.longest = longest;
        this.blur = blur;
        this.next = after(1);
    }

    /** The same pause every time. */
    public static Backoff every(Duration pause) {
        return new Backoff(pause, pause);
    }

    /**
     * Each pause between half of its time and all of it, so that what failed together does not come
     * back at once.
     */
    public Backoff blurred(RandomGenerator random) {
        return new Backoff(first, longest, random);
    }

    /**
     * The pause after so many attempts, for those who count them elsewhere and wait for nothing.
     */
    public Duration after(int attempts) {
        Duration doubled = first.multipliedBy(1L << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS));
        Duration full = doubled.compareTo(longest) < 0 ? doubled : longest;
        return blur == null ? full : full.minusNanos(blur.nextLong(full.toNanos() / 2 + 1));
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
        made++;
        next = after(made + 1);
        return true;
    }
}
