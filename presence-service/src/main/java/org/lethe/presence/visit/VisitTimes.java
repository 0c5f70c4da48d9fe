package org.lethe.presence.visit;

import java.time.Duration;

/**
 * The rhythm of visits as it is in force: what is configured, made to fit the lifetime.
 *
 * @param lifetime from the last heartbeat or goodbye to destruction
 * @param heartbeat what pages are told to do
 * @param silence after it a visitor counts as leaving
 * @param renewEvery how often deadlines are written
 */
public record VisitTimes(
        Duration lifetime, Duration heartbeat, Duration silence, Duration renewEvery) {

    private static final Duration SHORTEST = Duration.ofMillis(100);

    static VisitTimes of(VisitSettings config, Duration lifetime) {
        return new VisitTimes(
                lifetime,
                shorter(config.heartbeat(), lifetime.dividedBy(5)),
                shorter(config.silence(), lifetime.dividedBy(2)),
                shorter(config.renewEvery(), lifetime.dividedBy(20)));
    }

    /** Whole seconds, at least one, as the frames tell them. */
    public int heartbeatSeconds() {
        return Math.toIntExact(Math.max(1, heartbeat.toSeconds()));
    }

    private static Duration shorter(Duration wanted, Duration longest) {
        Duration fitting = wanted.compareTo(longest) < 0 ? wanted : longest;
        return fitting.compareTo(SHORTEST) < 0 ? SHORTEST : fitting;
    }
}
