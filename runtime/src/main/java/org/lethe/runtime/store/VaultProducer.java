package org.lethe.runtime.store;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.outbox.EventPublisher;
import org.lethe.privacy.outbox.OutboxRelay;
import org.lethe.privacy.reaper.Reaper;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.ShardLeases;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.seal.EnvelopeCipher;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.vault.Vault;
import org.lethe.privacy.watchdog.Overdue;
import org.lethe.privacy.watchdog.Watchdog;

/**
 * Makes store, vault, reaper and outbox relay from the configuration, and closes them. None waits
 * here for Redis: a service that starts without it is alive, and ready when Redis is.
 */
@Singleton
class VaultProducer {

    private static final Log LOG = Log.of(VaultProducer.class);

    /** The longest that destruction stands still when a service is killed. */
    static final Duration LEASE = Duration.ofSeconds(3);

    /** So that what must not be there is found and gone within half a minute. */
    private static final Duration BETWEEN_WALKS = Duration.ofSeconds(6);

    private final Deque<AutoCloseable> opened = new ConcurrentLinkedDeque<>();

    @Produces
    @Singleton
    RedisStore store(StoreSettings config) {
        return opened(RedisStore.open(config.settings()));
    }

    @Produces
    @Singleton
    Lifetimes lifetimes(LifetimeSettings config) {
        return config.lifetimes();
    }

    @Produces
    @Singleton
    KeyEncryption keyEncryption(Secrets secrets) {
        return secrets.keyEncryption();
    }

    @Produces
    @Singleton
    EnvelopeCipher envelopeCipher(KeyEncryption kek) {
        return new EnvelopeCipher(kek);
    }

    @Produces
    @Singleton
    Vault vault(RedisStore store, KeyEncryption kek, Secrets secrets, Lifetimes lifetimes) {
        return opened(Vault.on(store, kek, secrets.indexKeys(), lifetimes));
    }

    @Produces
    @Singleton
    ShardLeases leases(RedisStore store) {
        return opened(ShardLeases.start(store, LEASE));
    }

    /** Each service runs it, and they share the shards: no single fall stops destruction. */
    @Produces
    @Singleton
    @Startup
    Reaper reaper(RedisStore store, ShardLeases leases) {
        return opened(Reaper.start(store, leases));
    }

    /** Each service has one, and the holder of a lease looks. */
    @Produces
    @Singleton
    @Startup
    Watchdog watchdog(RedisStore store, Vault vault, KeyEncryption kek, ShardLeases leases) {
        return opened(Watchdog.start(store, vault, kek.ids(), leases, BETWEEN_WALKS));
    }

    @Produces
    @Singleton
    Overdue overdue(RedisStore store) {
        return new Overdue(store);
    }

    @Produces
    @Singleton
    @Startup
    OutboxRelay relay(RedisStore store, ShardLeases leases, EventPublisher publisher) {
        return opened(OutboxRelay.start(store, leases, publisher));
    }

    /** What was opened later uses what was opened before. */
    @PreDestroy
    void close() {
        for (AutoCloseable each = opened.poll(); each != null; each = opened.poll()) {
            try {
                each.close();
            } catch (Exception e) {
                LOG.warn("a part of the vault did not close", LogKey.REASON.of(e));
            }
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }
}
