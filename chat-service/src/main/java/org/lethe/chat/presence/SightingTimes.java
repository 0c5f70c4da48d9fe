package org.lethe.chat.presence;

import java.time.Duration;

/**
 * The rhythm in which visitors are heard and missed.
 *
 * @param lifetime after the last sign of life, as of a visit
 * @param every how often what was heard is noted, and who is missing looked for
 * @param gap for so long nobody looked, if nobody was there to hear visitors
 * @param patience what visitors get then to come back. More than a minute, since browsers let a
 *     page in the background wake up once a minute
 */
public record SightingTimes(Duration lifetime, Duration every, Duration gap, Duration patience) {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** Those of a suite whose visits live for so long. */
    public static SightingTimes of(Duration lifetime) {
        Duration part = lifetime.dividedBy(20);
        Duration every = part.compareTo(LONGEST_PAUSE) < 0 ? part : LONGEST_PAUSE;
        return new SightingTimes(lifetime, every, every.multipliedBy(8), lifetime.dividedBy(2));
    }
}
