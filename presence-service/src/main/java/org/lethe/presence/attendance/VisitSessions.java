package org.lethe.presence.attendance;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.visit.VisitTimes;
import org.lethe.privacy.vault.Fate;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.rhythm.Rhythm;

/**
 * The visits that have a socket on this replica.
 *
 * <p>A heartbeat only notes the time; one batch for all renews deadlines every few seconds, those
 * of many visitors in one call.
 */
@ApplicationScoped
public class VisitSessions {

    private final ConcurrentMap<VisitId, VisitSession> sessions = new ConcurrentHashMap<>();
    private final Attendance attendance;
    private final VisitTimes times;
    private final Clock clock;
    private final Departures departures;
    private final List<Rhythm> rhythms = new CopyOnWriteArrayList<>();

    /** One socket of a visit: a tab of the visitor's browser. */
    public interface Line {

        String id();

        /** Tells the page that the visit was destroyed, and hangs up. */
        void erased();

        /**
         * Hangs up because the visit is lost, though nobody destroyed it: a page may open another.
         */
        void lost();

        /** Hangs up on a page that is silent; it may come back. */
        void hangUp();
    }

    @Inject
    VisitSessions(Attendance attendance, VisitTimes times, Clock clock) {
        this(attendance, times, clock, new Departures(clock));
    }

    /** Tests bring departures of their own. */
    VisitSessions(Attendance attendance, VisitTimes times, Clock clock, Departures departures) {
        this.attendance = attendance;
        this.times = times;
        this.clock = clock;
        this.departures = departures;
    }

    void onStart(@Observes StartupEvent start, Vault vault) {
        vault.onDestroyed(scope -> {
            if (scope instanceof VisitId visit) {
                erased(visit);
            }
        });
        rhythms.add(Rhythm.start("visits-renew", times.renewEvery(), this::renew));
        rhythms.add(Rhythm.start("visits-silent", times.renewEvery(), attendance::markSilent));
    }

    void onStop(@Observes ShutdownEvent stop) {
        rhythms.forEach(Rhythm::close);
        departures.stop();
    }

    /** A socket of the visit opened; refuses when the visit is not open. */
    public void arrive(VisitId visit, Line line) {
        while (true) {
            VisitSession session =
                    sessions.computeIfAbsent(visit, id -> new VisitSession(id, attendance));
            switch (session.join(line, clock.millis())) {
                case YES -> {
                    return;
                }
                case NOT_OPEN -> {
                    dropIfOver(session);
                    throw new Refusal(refusal(missing(visit)));
                }
                case TOO_LATE -> sessions.remove(visit, session);
            }
        }
    }

    public void heartbeat(VisitId visit, String line) {
        VisitSession session = sessions.get(visit);
        if (session != null) {
            session.beat(line, clock.millis());
        }
    }

    public void leave(VisitId visit, String line) {
        VisitSession session = sessions.get(visit);
        if (session != null) {
            session.leave(line, clock.millis());
        }
    }

    /**
     * The socket is closed; waits until that is noted, for half a minute at most.
     *
     * @param goodbye whether its page has closed it, rather than that it merely ended
     */
    public void gone(VisitId visit, String line, boolean goodbye) {
        VisitSession session = sessions.get(visit);
        if (session == null) {
            return;
        }
        try {
            departures.note(session, line, goodbye);
        } finally {
            dropIfOver(session);
        }
    }

    /** Asks what became of a visit that was not found open, and tells its pages. */
    public Fate missing(VisitId visit) {
        Fate fate = attendance.fates(List.of(visit)).getOrDefault(visit, Fate.UNKNOWN);
        meet(visit, fate);
        return fate;
    }

    /** Tells the pages of a visit that it was destroyed, and drops what is held of it in memory. */
    public void erased(VisitId visit) {
        end(visit, Line::erased);
    }

    /** Renews all visits that were heard of since the last time, and hangs up on silent sockets. */
    void renew() {
        Map<VisitSession, Long> due = new HashMap<>();
        for (VisitSession session : sessions.values()) {
            if (session.isDue()) {
                due.put(session, session.beatAt());
            }
        }
        if (!due.isEmpty()) {
            renew(due);
        }
        long silentSince = clock.millis() - times.silence().toMillis();
        for (VisitSession session : sessions.values()) {
            session.hangUp(silentSince).forEach(Line::hangUp);
        }
    }

    int size() {
        return sessions.size();
    }

    private void renew(Map<VisitSession, Long> due) {
        long now = clock.millis();
        Map<VisitId, Duration> heardAgo = new HashMap<>();
        due.forEach((session, at) -> heardAgo.put(session.visit(), VisitSession.ago(at, now)));
        Set<VisitId> notOpen = attendance.renew(heardAgo);
        due.forEach(VisitSession::renewed);
        // A destroy signal can be missed; this is where it is noticed.
        attendance.fates(notOpen).forEach(this::meet);
    }

    private void meet(VisitId visit, Fate fate) {
        switch (fate) {
            case DESTROYED -> end(visit, Line::erased);
            case LOST -> end(visit, Line::lost);
            case OPEN, UNKNOWN -> {
                // The next heartbeat asks again.
            }
        }
    }

    private static ErrorCode refusal(Fate fate) {
        return switch (fate) {
            case DESTROYED -> ErrorCode.SCOPE_DESTROYED;
            case LOST -> ErrorCode.SCOPE_LOST;
            case OPEN, UNKNOWN -> ErrorCode.UNAVAILABLE;
        };
    }

    private void end(VisitId visit, Consumer<Line> told) {
        VisitSession session = sessions.remove(visit);
        if (session != null) {
            session.end().forEach(told);
        }
    }

    private void dropIfOver(VisitSession session) {
        if (session.isOver()) {
            sessions.remove(session.visit(), session);
        }
    }
}
