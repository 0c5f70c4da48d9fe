package org.lethe.presence.visit;

import java.time.Duration;
import org.lethe.contracts.id.VisitId;

/** The latest sign of life of a visit. */
record Beat(VisitId visit, Duration ago) {

    static Beat now(VisitId visit) {
        return new Beat(visit, Duration.ZERO);
    }

    /** Of these times in milliseconds. */
    static Beat at(VisitId visit, long beatAt, long now) {
        return new Beat(visit, Duration.ofMillis(Math.max(0, now - beatAt)));
    }
}
