package org.lethe.presence.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.lethe.privacy.retention.Lifetimes;

/** Derives the rhythm of visits from configuration and retention schedule. */
@ApplicationScoped
class VisitBeans {

    @Produces
    @Singleton
    VisitTimes times(VisitSettings config, Lifetimes lifetimes) {
        return VisitTimes.of(config, lifetimes.visit());
    }
}
