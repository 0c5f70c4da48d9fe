package org.lethe.presence.attendance;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.log.OncePerCause;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.rhythm.Later;
import org.lethe.runtime.rhythm.Turns;

/**
 * Tells the store of sockets that are closed: so many at a time, first come, first served, since
 * thousands drop at once with a proxy or a network. One that waits counts from its visitor's last
 * sign of life all the same.
 *
 * <p>What can't be told is told by the visit's deadline, later.
 */
final class Departures {

    private static final String NOT_NOTED = "A departure could not be noted";

    /** Redis does that many in two milliseconds. */
    private static final int MOST_AT_ONCE = 32;

    /** Longer than twenty thousand take, and far shorter than a visit lasts. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** As long as a service that stops waits for what it has in hand. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Turns turns;
    private final Duration grace;
    private final Clock clock;
    private final OncePerCause failures =
            OncePerCause.aMinute(Log.of(Departures.class), System::nanoTime);

    Departures(Clock clock) {
        this(new Turns(MOST_AT_ONCE, PATIENCE), GRACE, clock);
    }

    /** Tests bring turns of their own. */
    Departures(Turns turns, Duration grace, Clock clock) {
        this.turns = turns;
        this.grace = grace;
        this.clock = clock;
    }

    /** Removes a socket from its session, and waits until that is noted or can't be. */
    void note(VisitSession session, String line, boolean goodbye) {
        long closedAt = clock.millis();
        try {
            if (!turns.run(() -> session.remove(line, goodbye, closedAt, clock.millis()))) {
                session.forget(line);
                failures.warn(NOT_NOTED, new TimeoutException(), LogKey.SCOPE.of(session.visit()));
            }
        } catch (StoreUnavailableException away) {
            failures.warn(NOT_NOTED, away, LogKey.SCOPE.of(session.visit()));
        }
    }

    /** Those who wait do so for a little longer. */
    void stop() {
        Later.run(grace, turns::close);
    }
}
