package org.lethe.chat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.lethe.privacy.retention.Lifetimes;

/** Derives the rhythm of sightings from the retention schedule. */
@ApplicationScoped
class PresenceBeans {

    @Produces
    @Singleton
    SightingTimes times(Lifetimes lifetimes) {
        return SightingTimes.of(lifetimes.visit());
    }
}
