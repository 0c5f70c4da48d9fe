package org.lethe.privacy.test;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.MetaField;
import org.lethe.privacy.redis.RedisSettings;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.Vault;

/** A vault with its store, as one service has it. */
public record TestVault(RedisStore store, Vault vault) implements AutoCloseable {

    public static final AccountId ACME = new AccountId("acme");

    private static final Duration THERE = Duration.ofSeconds(30);
    private static final Duration OFTEN = Duration.ofMillis(10);

    public static TestVault on(RedisProcess redis) {
        return on(redis.settings(), Lifetimes.standard());
    }

    public static TestVault on(RedisSettings settings, Lifetimes lifetimes) {
        return on(settings, lifetimes, TestSecrets.kek());
    }

    public static TestVault on(RedisSettings settings, Lifetimes lifetimes, KeyEncryption kek) {
        RedisStore store = store(settings);
        Vault vault = Vault.on(store, kek, TestSecrets.index(), lifetimes);
        await().atMost(THERE).pollInterval(OFTEN).until(vault::isReady);
        return new TestVault(store, vault);
    }

    /** A store that is connected. */
    public static RedisStore store(RedisSettings settings) {
        RedisStore store = RedisStore.open(settings);
        await().atMost(THERE).pollInterval(OFTEN).until(store::isReachable);
        return store;
    }

    /** Lifetimes that a test can wait for. */
    public static Lifetimes shortLifetimes() {
        return shortLifetimes(Duration.ofMillis(300));
    }

    /** The margin is how long Redis waits for the reaper. */
    public static Lifetimes shortLifetimes(Duration margin) {
        return new Lifetimes(
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                margin.plusMillis(1200),
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                margin);
    }

    public static NewScope scope(ScopeId id, Duration lifetime, Event... events) {
        return new NewScope(id, ACME, lifetime, Map.of(MetaField.STATE, "new"), List.of(events));
    }

    /** Opens a scope that was not open before. */
    public ScopeCipher open(ScopeId id, Duration lifetime) {
        OpenOutcome outcome = vault.open(scope(id, lifetime));
        if (outcome instanceof OpenOutcome.Opened(ScopeCipher cipher)) {
            return cipher;
        }
        throw new AssertionError("not opened: " + outcome);
    }

    public boolean isOpen(ScopeId id) {
        return vault.lookup(id) instanceof Lookup.Open;
    }

    @Override
    public void close() {
        vault.close();
        store.close();
    }
}
