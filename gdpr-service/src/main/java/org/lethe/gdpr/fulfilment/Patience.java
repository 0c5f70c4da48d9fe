package org.lethe.gdpr.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.lethe.gdpr.request.SubjectRequest;

/** How long a request waits for what others have to do: services, or a second person. */
@ApplicationScoped
class Patience {

    private final ErasureSettings config;
    private final Clock clock;

    Patience(ErasureSettings config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** When a step is taken that is taken now. */
    Instant now() {
        return clock.instant();
    }

    /** Not at once: who asks for an erasure need not wait for the ledger when it has effect. */
    boolean isWaitedFor(SubjectRequest request) {
        return isOlder(request, config.resumeAfter());
    }

    /** Whether it waits no longer for who has not answered, or not confirmed it. */
    boolean isOverdue(SubjectRequest request) {
        return isOlder(request, config.answersAwaited());
    }

    /** Until when somebody may confirm it who has not. */
    Instant until(SubjectRequest request) {
        return request.received().plus(config.answersAwaited());
    }

    /** How long services that have not answered are left in peace before they are asked again. */
    Duration untilAskedAgain() {
        return config.askAgainAfter();
    }

    private boolean isOlder(SubjectRequest request, Duration age) {
        return request.received().plus(age).isBefore(clock.instant());
    }
}
