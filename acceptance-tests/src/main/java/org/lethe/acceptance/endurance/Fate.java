package org.lethe.acceptance.endurance;

import java.time.Duration;
import java.util.SplittableRandom;

/** What becomes of one connection. */
sealed interface Fate {

    record Healthy() implements Fate {}

    /** It is reset, in the middle of whatever it carries. */
    record Cut(Duration after) implements Fate {}

    /** Nothing passes for a while, then all of it. */
    record Stall(Duration after, Duration length) implements Fate {}

    /** So much passes each second. */
    record Slow(int bytesPerSecond) implements Fate {}

    /** Neither side hears of the other again, nor that it is so. */
    record HalfOpen(Duration after) implements Fate {}

    /**
     * The fate of one of a link's connections; the same seed gives the same.
     *
     * @param number how many connections there were before it
     */
    static Fate of(long seed, long number) {
        var random = new SplittableRandom(seed * 31 + number);
        // The first draws of neighbouring seeds are alike.
        random = random.split();
        Duration after = Duration.ofMillis(random.nextLong(300, 40_000));
        int kind = random.nextInt(100);
        if (kind < 50) {
            return new Healthy();
        }
        if (kind < 70) {
            return new Cut(after);
        }
        if (kind < 82) {
            return new Stall(after, Duration.ofMillis(random.nextLong(1_000, 30_000)));
        }
        if (kind < 92) {
            return new Slow(random.nextInt(2_000, 20_000));
        }
        return new HalfOpen(after);
    }
}
