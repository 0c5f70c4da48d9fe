package org.lethe.privacy.watchdog;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.log.OncePerCause;
import org.lethe.privacy.redis.KeyWalk;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.ShardLeases;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.retention.RetentionSchedule;
import org.lethe.privacy.seal.KeyId;
import org.lethe.privacy.seal.KeyIds;
import org.lethe.privacy.vault.Vault;

/**
 * Walks over all keys of the store's primaries, and destroys of scopes what has no end, an end
 * beyond its ceiling, or no key that it could be read with. It trusts neither the list of deadlines
 * nor who wrote a key: by itself it should never find anything.
 *
 * <p>One process does it, the holder of a shard's lease. What is wrong at two looks, some seconds
 * apart, is found: a script may be about to put right what another left. A record beside all scopes
 * is told of and left: nobody knows what it is. A tombstone, which keeps what was destroyed from
 * being opened again, is given its end and never removed.
 */
public final class Watchdog implements AutoCloseable {

    private static final Log LOG = Log.of(Watchdog.class);
    private static final Script REMOVE = Script.load("watchdog/remove.lua");
    private static final Script CUT = Script.load("watchdog/cut.lua");

    /** Between two parts of a walk, so that 600,000 keys take 20 s and few take none. */
    private static final Duration BREATH = Duration.ofMillis(10);

    private final RedisStore store;
    private final Vault vault;
    private final ShardLeases leases;
    private final Overdue overdue;
    private final OlderKeys olderKeys;
    private final Duration pause;
    private final OncePerCause faults = new OncePerCause(LOG);
    private final Suspects suspects;
    private final AtomicLong destroyed = new AtomicLong();
    private volatile long lastWalk = System.nanoTime();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("watchdog").unstarted(this::run);

    private Watchdog(
            RedisStore store, Vault vault, KeyIds keys, ShardLeases leases, Duration pause) {
        this.store = store;
        this.vault = vault;
        this.leases = leases;
        this.overdue = new Overdue(store);
        this.suspects = new Suspects(store);
        this.olderKeys =
                new OlderKeys(keys, records -> store.keyspace().beginnings(records, KeyId.PREFIX));
        this.pause = pause;
    }

    /**
     * Looks from now on.
     *
     * @param keys those of the key-encryption key
     * @param pause from the end of a walk to the second look at what was wrong, and the next walk
     */
    public static Watchdog start(
            RedisStore store, Vault vault, KeyIds keys, ShardLeases leases, Duration pause) {
        var watchdog = new Watchdog(store, vault, keys, leases, pause);
        watchdog.thread.start();
        return watchdog;
    }

    /** How many records this process has destroyed. */
    public long destroyed() {
        return destroyed.get();
    }

    /**
     * How many open scopes of a kind have keys that an older key-encryption key wraps; empty where
     * another process walks.
     */
    public OptionalInt underOlderKeys(ScopeKind kind) {
        return olderKeys.count(kind);
    }

    /** How long ago this process ended its last walk; nothing where another process walks. */
    public Duration silence() {
        return leases.owns(Overdue.SHARD)
                ? Duration.ofNanos(System.nanoTime() - lastWalk)
                : Duration.ZERO;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void run() {
        try {
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            if (leases.owns(Overdue.SHARD)) {
                judge();
                walk();
            } else {
                suspects.clear();
                olderKeys.forget();
                lastWalk = System.nanoTime();
            }
        } catch (StoreUnavailableException e) {
            LOG.debug("The watchdog waits for the store", LogKey.REASON.of(e));
        } catch (RuntimeException | Error e) {
            // The lease goes on, so that no other process would look.
            faults.warn("the watchdog can't look", e);
        }
    }

    private void walk() throws InterruptedException {
        KeyWalk walk = store.walk();
        olderKeys.begin();
        for (Optional<List<KeyWalk.Found>> part = walk.next();
                part.isPresent();
                part = walk.next()) {
            suspects.note(part.get());
            olderKeys.look(part.get());
            if (closed.await(BREATH.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        olderKeys.end();
        lastWalk = System.nanoTime();
    }

    /** The second look at what was wrong in the walk before. */
    private void judge() {
        Suspects.Again again = suspects.again();
        int found = end(again.late());
        // Only now: with a scope that was just destroyed, what else it has is overdue.
        found += end(suspects.withoutKey(again.inTime()));
        if (found > 0) {
            overdue.tell(found);
        }
    }

    private int end(Map<String, KeyRule.Named> records) {
        return records.entrySet().stream()
                .mapToInt(record -> end(record.getKey(), record.getValue()))
                .sum();
    }

    /** Returns how many records were overdue by it. */
    private int end(String key, KeyRule.Named name) {
        if (name.scope().isEmpty()) {
            LOG.warn(
                    "A record has no end or one too late, and belongs to no scope",
                    LogKey.SHARD.of(name.shard()));
            return 1;
        }
        ScopeId scope = name.scope().get();
        if (name.isTombstone()) {
            store.run(ScriptCall.of(CUT, name.shard(), key, RetentionSchedule.LONGEST.toMillis()));
            LOG.warn("A tombstone had no end or one too late", LogKey.SCOPE.of(scope));
            return 0;
        }
        vault.destroyAll(List.of(scope), DestroyReason.DEADLINE);
        // What the scope's own destruction does not know of.
        store.run(ScriptCall.of(REMOVE, name.shard(), key));
        destroyed.incrementAndGet();
        LOG.warn("A record was overdue, and is destroyed", LogKey.SCOPE.of(scope));
        return 1;
    }
}
