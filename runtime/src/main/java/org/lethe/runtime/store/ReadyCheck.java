package org.lethe.runtime.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.lethe.contracts.WireFormat;
import org.lethe.privacy.redis.Obstacle;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.event.TopicGuard;

/**
 * Ready when Kafka is as it must be, accounts are read, and Redis does its work. Until then the
 * service waits, however long that takes, and tells what for.
 */
@Readiness
@ApplicationScoped
class ReadyCheck implements HealthCheck {

    private final RedisStore store;
    private final Vault vault;
    private final TopicGuard topics;
    private final AccountDirectory accounts;

    @Inject
    ReadyCheck(RedisStore store, Vault vault, TopicGuard topics, AccountDirectory accounts) {
        this.store = store;
        this.vault = vault;
        this.topics = topics;
        this.accounts = accounts;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<Obstacle> obstacle = store.obstacle();
        boolean redis = obstacle.isEmpty() && vault.isReady();
        boolean kafka = topics.isVerified();
        boolean read = accounts.isLoaded();
        return HealthCheckResponse.named("lethe")
                .withData("redis", redis)
                .withData("redis-obstacle", obstacle.map(WireFormat::name).orElse("none"))
                .withData("topics", kafka)
                .withData("accounts", read)
                .status(redis && kafka && read)
                .build();
    }
}
