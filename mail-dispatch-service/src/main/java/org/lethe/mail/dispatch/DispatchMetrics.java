package org.lethe.mail.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.mail.post.Delivery;

/** Counts what becomes of letters. */
@ApplicationScoped
class DispatchMetrics {

    private final MeterRegistry registry;

    @Inject
    DispatchMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Delivery delivery) {
        String outcome =
                switch (delivery) {
                    case Delivery.Accepted() -> "accepted";
                    case Delivery.Refused ignored -> "refused";
                    case Delivery.Postponed(var reason) -> reason.code();
                };
        registry.counter("lethe.mail.attempts", "outcome", outcome).increment();
    }
}
