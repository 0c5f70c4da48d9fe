package org.lethe.presence.attendance;

import java.time.Duration;
import org.lethe.contracts.id.VisitId;

/** The latest sign of life of a visit. */
public record Beat(VisitId visit, Duration ago) {

    static Beat now(VisitId visit) {
        return new Beat(visit, Duration.ZERO);
    }

    /** Of these times in milliseconds. */
    static Beat at(VisitId visit, long beatAt, long now) {
        return new Beat(visit, Duration.ofMillis(Math.max(0, now - beatAt)));
    }
}
