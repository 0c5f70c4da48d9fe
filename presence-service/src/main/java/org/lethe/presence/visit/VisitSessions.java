package org.lethe.presence.visit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.problem.Refusal;

/**
 * The visits that have a socket on this replica.
 *
 * <p>A heartbeat only notes the time; one batch for all renews deadlines, so that a hundred
 * thousand visitors cost a few dozen calls every few seconds.
 */
@ApplicationScoped
class VisitSessions implements LiveVisits {

    private static final Log LOG = Log.of(VisitSessions.class);

    private final ConcurrentMap<VisitId, VisitSession> sessions = new ConcurrentHashMap<>();
    private final Attendance attendance;
    private final VisitTimes times;
    private final Clock clock;

    VisitSessions(Attendance attendance, VisitTimes times, Clock clock) {
        this.attendance = attendance;
        this.times = times;
        this.clock = clock;
    }

    /** A socket of the visit opened; refuses when the visit is destroyed. */
    void arrive(VisitId visit, Line line) {
        while (true) {
            VisitSession session =
                    sessions.computeIfAbsent(visit, id -> new VisitSession(id, attendance));
            switch (session.join(line, clock.millis())) {
                case YES -> {
                    return;
                }
                case DESTROYED -> {
                    erased(visit);
                    throw new Refusal(ErrorCode.SCOPE_DESTROYED);
                }
                case TOO_LATE -> sessions.remove(visit, session);
            }
        }
    }

    void heartbeat(VisitId visit, String line) {
        VisitSession session = sessions.get(visit);
        if (session != null) {
            session.beat(line, clock.millis());
        }
    }

    void leave(VisitId visit, String line) {
        VisitSession session = sessions.get(visit);
        if (session != null) {
            session.leave(line);
        }
    }

    /** The socket is closed. */
    void gone(VisitId visit, String line) {
        VisitSession session = sessions.get(visit);
        if (session == null) {
            return;
        }
        try {
            session.remove(line);
        } catch (StoreUnavailableException away) {
            // Then the deadline alone ends the visit.
            LOG.warn("a departure could not be noted", LogKey.SCOPE.of(visit));
        } finally {
            if (session.isOver()) {
                sessions.remove(visit, session);
            }
        }
    }

    @Override
    public void erased(VisitId visit) {
        VisitSession session = sessions.remove(visit);
        if (session != null) {
            session.end().forEach(Line::erased);
        }
    }

    /** Renews all visits that were heard of since the last time, and hangs up on silent sockets. */
    void renew() {
        List<VisitSession> due = sessions.values().stream().filter(VisitSession::isDue).toList();
        if (!due.isEmpty()) {
            renew(due);
        }
        long silentSince = clock.millis() - times.silence().toMillis();
        for (VisitSession session : sessions.values()) {
            session.silentSince(silentSince).forEach(Line::hangUp);
        }
    }

    int size() {
        return sessions.size();
    }

    private void renew(List<VisitSession> due) {
        long now = clock.millis();
        List<Beat> beats = new ArrayList<>(due.size());
        long[] beatTimes = new long[due.size()];
        for (int at = 0; at < beatTimes.length; at++) {
            beatTimes[at] = due.get(at).beatAt();
            Duration ago = Duration.ofMillis(Math.max(0, now - beatTimes[at]));
            beats.add(new Beat(due.get(at).visit(), ago));
        }
        Set<VisitId> destroyed = attendance.renew(beats);
        for (int at = 0; at < beatTimes.length; at++) {
            due.get(at).renewed(beatTimes[at]);
        }
        // A destroy signal can be missed; this is where it is noticed.
        destroyed.forEach(this::erased);
    }
}
