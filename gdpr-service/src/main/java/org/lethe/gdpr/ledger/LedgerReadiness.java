package org.lethe.gdpr.ledger;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before the ledger is read: a repeated request could not be told from a new one.
 *
 * <p>Ready while it is not followed later on, which is told beside: subjects can be erased without
 * Kafka, and their entry waits.
 */
@Readiness
class LedgerReadiness implements HealthCheck {

    private final LedgerTail tail;

    LedgerReadiness(LedgerTail tail) {
        this.tail = tail;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("ledger")
                .withData("following", tail.isFollowing())
                .status(tail.isRead())
                .build();
    }
}
