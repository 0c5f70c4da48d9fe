package org.lethe.presence.visit;

import java.time.Duration;
import org.lethe.contracts.id.VisitId;

/** The latest sign of life of a visit. */
record Beat(VisitId visit, Duration ago) {}
