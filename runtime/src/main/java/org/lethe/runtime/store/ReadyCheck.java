package org.lethe.runtime.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.event.TopicGuard;

/** Ready when Kafka is as it must be, accounts are read, and Redis answers. */
@Readiness
@ApplicationScoped
class ReadyCheck implements HealthCheck {

    private final RedisStore store;
    private final TopicGuard topics;
    private final AccountDirectory accounts;

    @Inject
    ReadyCheck(RedisStore store, TopicGuard topics, AccountDirectory accounts) {
        this.store = store;
        this.topics = topics;
        this.accounts = accounts;
    }

    @Override
    public HealthCheckResponse call() {
        boolean redis = store.isReachable();
        boolean kafka = topics.isVerified();
        boolean read = accounts.isLoaded();
        return HealthCheckResponse.named("lethe")
                .withData("redis", redis)
                .withData("topics", kafka)
                .withData("accounts", read)
                .status(redis && kafka && read)
                .build();
    }
}
