package org.lethe.runtime.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.lethe.contracts.WireFormat;
import org.lethe.privacy.redis.Obstacle;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.seal.KeyId;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountRecords;
import org.lethe.runtime.account.AccountRecords.Unreadable;
import org.lethe.runtime.event.TopicGuard;

/**
 * Ready when Kafka is as it must be, accounts are read, and Redis does its work. Until then the
 * service waits, however long that takes, and tells what for. It waits for ever for accounts whose
 * key it has not.
 */
@Readiness
@ApplicationScoped
class ReadyCheck implements HealthCheck {

    private final RedisStore store;
    private final Vault vault;
    private final TopicGuard topics;
    private final AccountDirectory accounts;
    private final AccountRecords records;

    @Inject
    ReadyCheck(
            RedisStore store,
            Vault vault,
            TopicGuard topics,
            AccountDirectory accounts,
            AccountRecords records) {
        this.store = store;
        this.vault = vault;
        this.topics = topics;
        this.accounts = accounts;
        this.records = records;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<Obstacle> obstacle = store.obstacle();
        boolean redis = obstacle.isEmpty() && vault.isReady();
        boolean kafka = topics.isVerified();
        boolean read = accounts.isLoaded();
        Collection<Unreadable> unreadable = records.unreadable();
        return HealthCheckResponse.named("lethe")
                .withData("redis", redis)
                .withData("redis-obstacle", obstacle.map(WireFormat::name).orElse("none"))
                .withData("topics", kafka)
                .withData("accounts", read)
                .withData("accounts-unreadable", unreadable.size())
                .withData("accounts-unreadable-under", keys(unreadable))
                .status(redis && kafka && read)
                .build();
    }

    /** The keys that would be needed: another generation's, or another suite's. */
    private static String keys(Collection<Unreadable> unreadable) {
        return unreadable.stream()
                .map(each -> each.by().map(KeyId::toString).orElse("unknown"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
