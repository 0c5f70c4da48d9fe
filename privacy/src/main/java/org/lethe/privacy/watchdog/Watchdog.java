package org.lethe.privacy.watchdog;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.log.OncePerCause;
import org.lethe.privacy.redis.KeyWalk;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.ShardLeases;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.vault.ScopeKeyNames;
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

    /** Remembered of one walk; those that are too many are met again. */
    private static final int MOST = 10_000;

    private final RedisStore store;
    private final Vault vault;
    private final ShardLeases leases;
    private final Overdue overdue;
    private final Duration pause;
    private final OncePerCause faults = new OncePerCause(LOG);
    private final Map<String, KeyRule.Named> suspects = new LinkedHashMap<>();
    private final AtomicLong destroyed = new AtomicLong();
    private volatile long lastWalk = System.nanoTime();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("watchdog").unstarted(this::run);

    private Watchdog(RedisStore store, Vault vault, ShardLeases leases, Duration pause) {
        this.store = store;
        this.vault = vault;
        this.leases = leases;
        this.overdue = new Overdue(store);
        this.pause = pause;
    }

    /**
     * Looks from now on.
     *
     * @param pause from the end of a walk to the second look at what was wrong, and the next walk
     */
    public static Watchdog start(
            RedisStore store, Vault vault, ShardLeases leases, Duration pause) {
        var watchdog = new Watchdog(store, vault, leases, pause);
        watchdog.thread.start();
        return watchdog;
    }

    /** How many records this process has destroyed. */
    public long destroyed() {
        return destroyed.get();
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
        for (Optional<List<KeyWalk.Found>> part = walk.next();
                part.isPresent();
                part = walk.next()) {
            suspect(part.get());
            if (closed.await(BREATH.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        lastWalk = System.nanoTime();
    }

    private void suspect(List<KeyWalk.Found> part) {
        var named = new LinkedHashMap<String, KeyRule.Named>();
        for (KeyWalk.Found found : part) {
            KeyRule.read(found.key())
                    .ifPresent(name -> {
                        if (!name.allows(found.lifeMillis(), Duration.ZERO)) {
                            note(found.key(), name);
                        } else if (name.isOfOpenScope()) {
                            named.put(found.key(), name);
                        }
                    });
        }
        withoutKey(named).forEach(this::note);
    }

    private void note(String key, KeyRule.Named name) {
        if (suspects.size() < MOST) {
            suspects.put(key, name);
        }
    }

    /** Those of the records whose scope has no content key. */
    private Map<String, KeyRule.Named> withoutKey(Map<String, KeyRule.Named> records) {
        List<ScopeId> scopes =
                records.values().stream().flatMap(it -> it.scope().stream()).distinct().toList();
        List<Boolean> keys =
                store.keyspace()
                        .existAll(
                                scopes.stream()
                                        .map(scope ->
                                                ScopeKeyNames.slot(
                                                        scope, Compartment.CONTENT.slot()))
                                        .toList());
        var open = new HashSet<Optional<ScopeId>>();
        for (int i = 0; i < scopes.size(); i++) {
            if (keys.get(i)) {
                open.add(Optional.of(scopes.get(i)));
            }
        }
        var without = new LinkedHashMap<>(records);
        without.values().removeIf(it -> open.contains(it.scope()));
        return without;
    }

    /** The second look at what was wrong in the walk before. */
    private void judge() {
        var again = new LinkedHashMap<>(suspects);
        suspects.clear();
        Map<Integer, Duration> ahead = setForwardBy(again.values());
        int found = 0;
        var inTime = new LinkedHashMap<String, KeyRule.Named>();
        for (KeyWalk.Found record : store.lives(List.copyOf(again.keySet()))) {
            KeyRule.Named name = again.get(record.key());
            if (name == null) {
                continue;
            }
            Duration more = ahead.getOrDefault(name.shard(), Duration.ZERO);
            if (!name.allows(record.lifeMillis(), more)) {
                found += end(record.key(), name);
            } else if (name.isOfOpenScope()) {
                inTime.put(record.key(), name);
            }
        }
        for (Map.Entry<String, KeyRule.Named> record : withoutKey(inTime).entrySet()) {
            found += end(record.getKey(), record.getValue());
        }
        if (found > 0) {
            overdue.tell(found);
        }
    }

    /** By how much the time of their shards was set forward, of those where it was. */
    private Map<Integer, Duration> setForwardBy(Collection<KeyRule.Named> names) {
        List<Integer> shards = names.stream().map(KeyRule.Named::shard).distinct().toList();
        List<Optional<byte[]>> values =
                store.keyspace()
                        .getAll(
                                shards.stream()
                                        .map(shard -> RedisStore.shardKey(shard, "forward"))
                                        .toList());
        var ahead = new HashMap<Integer, Duration>();
        for (int i = 0; i < shards.size(); i++) {
            Integer shard = shards.get(i);
            values.get(i)
                    .map(millis ->
                            Long.parseLong(new String(millis, StandardCharsets.US_ASCII), 10))
                    .ifPresent(millis -> ahead.put(shard, Duration.ofMillis(millis)));
        }
        return ahead;
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
            store.run(ScriptCall.of(CUT, name.shard(), key, KeyRule.LONGEST.toMillis()));
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
