package org.lethe.gdpr.fulfilment;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.lethe.gdpr.request.RequestSettings;
import org.lethe.privacy.retention.Lifetimes;

/** Refuses to start with times that contradict each other. */
@ApplicationScoped
class ConfiguredTimes {

    private final ErasureSettings erasure;
    private final RequestSettings access;
    private final Lifetimes lifetimes;

    ConfiguredTimes(ErasureSettings erasure, RequestSettings access, Lifetimes lifetimes) {
        this.erasure = erasure;
        this.access = access;
        this.lifetimes = lifetimes;
    }

    void check(@Observes StartupEvent start) {
        // A request that is destroyed first never gets its receipt.
        require(
                isLess(erasure.answersAwaited(), lifetimes.erasure()),
                "lethe.erasure.answers-awaited must be less than lethe.lifetimes.erasure");
        require(
                isLess(erasure.askAgainAfter(), erasure.answersAwaited()),
                "lethe.erasure.ask-again-after must be less than lethe.erasure.answers-awaited");
        require(
                !isLess(lifetimes.erasure(), access.resultsLifetime()),
                "lethe.access.results-lifetime must not be beyond lethe.lifetimes.erasure");
        require(
                !isLess(access.resultsLifetime(), Lifetimes.SHORTEST),
                "lethe.access.results-lifetime is too short");
    }

    private static boolean isLess(Duration one, Duration other) {
        return one.compareTo(other) < 0;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
