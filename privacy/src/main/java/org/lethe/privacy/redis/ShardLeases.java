package org.lethe.privacy.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptReply;

/**
 * Which shards this process works for: one process a shard, another when that one is gone.
 *
 * <p>A lease spares work twice done; it does not fence. What its holder does is harmless twice.
 */
public final class ShardLeases implements AutoCloseable {

    private static final Log LOG = Log.of(ShardLeases.class);
    private static final Script LEASE = Script.load("vault/lease.lua");

    private final RedisStore store;
    private final String owner = UUID.randomUUID().toString();
    private final Duration life;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("shard-leases").factory());
    private volatile Held held = new Held(List.of(), 0);

    private ShardLeases(RedisStore store, Duration life) {
        this.store = store;
        this.life = life;
    }

    /** Takes every shard that nobody holds, now and three times within the life of a lease. */
    public static ShardLeases start(RedisStore store, Duration life) {
        var leases = new ShardLeases(store, life);
        leases.renew();
        long pause = life.toMillis() / 3;
        var _ =
                leases.executor.scheduleWithFixedDelay(
                        leases::renew, pause, pause, TimeUnit.MILLISECONDS);
        return leases;
    }

    /** The shards that are surely held now. */
    public List<Integer> owned() {
        Held current = held;
        return System.nanoTime() - current.until() < 0 ? current.shards() : List.of();
    }

    public boolean owns(int shard) {
        return owned().contains(shard);
    }

    /** Gives the shards back, so that others need not wait for the leases to run out. */
    @Override
    public void close() {
        executor.shutdownNow();
        held = new Held(List.of(), 0);
        try {
            lease(0);
        } catch (StoreUnavailableException e) {
            LOG.debug("Leases run out by themselves", LogKey.REASON.of(e));
        }
    }

    private void renew() {
        long asked = System.nanoTime();
        try {
            List<ScriptReply> replies = lease(life.toMillis());
            var shards = new ArrayList<Integer>();
            for (int shard = 0; shard < replies.size(); shard++) {
                if (replies.get(shard).number() == 1) {
                    shards.add(shard);
                }
            }
            if (!shards.equals(held.shards())) {
                LOG.info("Shards are worked for here", LogKey.OWNED.of(shards.size()));
            }
            held = new Held(List.copyOf(shards), asked + life.toNanos());
        } catch (StoreUnavailableException e) {
            LOG.debug("Leases could not be renewed", LogKey.REASON.of(e));
        } catch (RuntimeException | Error e) {
            // An executor would drop a task that failed, and no shard were taken here any more.
            LOG.error("Leases could not be renewed", e);
        }
    }

    private List<ScriptReply> lease(long millis) {
        return store.runAll(ScriptBatch.onAll(LEASE, owner, millis).inOneCall());
    }

    private record Held(List<Integer> shards, long until) {}
}
