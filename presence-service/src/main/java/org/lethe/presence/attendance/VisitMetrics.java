package org.lethe.presence.attendance;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts for dashboards; never who. */
@ApplicationScoped
class VisitMetrics implements MeterBinder {

    private final VisitSessions sessions;

    VisitMetrics(VisitSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("lethe.presence.visits.connected", sessions, VisitSessions::size)
                .description("Visits with a socket on this replica")
                .register(registry);
    }
}
