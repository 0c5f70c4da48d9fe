package org.lethe.privacy.reaper;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.ShardLeases;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptReply;

/**
 * Destroys scopes at their deadline: Redis' own expiry is late and leaves the bytes in memory.
 *
 * <p>A shard that has nothing due soon is asked once a second. What is opened or renewed meanwhile
 * lasts for longer, or is late by less than that.
 */
public final class Reaper implements AutoCloseable {

    private static final Log LOG = Log.of(Reaper.class);
    private static final Script REAP = Script.load("vault/reap.lua");

    /** What becomes due meanwhile is destroyed together. */
    private static final Duration SHORTEST_SLEEP = Duration.ofMillis(100);

    /** A shard that is taken over meanwhile waits for as long. */
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(250);

    /** As late as a scope may be that was opened behind a look, and lasts for less. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** Scopes of one call: nobody else is served for the millisecond or two that it takes. */
    private static final int MOST_AT_ONCE = 20;

    private final RedisStore store;
    private final ShardLeases leases;
    private final ShardTimes times;
    private final long[] nextLook = new long[Shard.COUNT];
    private final Thread thread = Thread.ofPlatform().daemon().name("reaper").unstarted(this::run);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile ReaperStatus lastStatus = new ReaperStatus(0, Duration.ZERO, Duration.ZERO);
    private volatile long lastPass = System.nanoTime();

    private Reaper(RedisStore store, ShardLeases leases) {
        this.store = store;
        this.leases = leases;
        this.times = new ShardTimes(store, System::nanoTime);
    }

    public static Reaper start(RedisStore store, ShardLeases leases) {
        var reaper = new Reaper(store, leases);
        reaper.thread.start();
        return reaper;
    }

    public ReaperStatus status() {
        Duration since = Duration.ofNanos(System.nanoTime() - lastPass);
        ReaperStatus status = lastStatus;
        return new ReaperStatus(status.destroyed(), status.lateness(), since);
    }

    /**
     * For how long the oldest deadline of all shards has passed, whoever works for them. Asked
     * regularly, it notices a time that goes back, and has destroyed what that would prolong.
     */
    public Duration overdue() {
        return times.look();
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void run() {
        try {
            do {
                pass();
            } while (!closed.await(untilNextLook(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long untilNextLook() {
        long now = System.nanoTime();
        long first =
                leases.owned().stream()
                        .mapToLong(shard -> nextLook[shard] - now)
                        .min()
                        .orElse(Long.MAX_VALUE);
        return Math.clamp(first, SHORTEST_SLEEP.toNanos(), LONGEST_SLEEP.toNanos());
    }

    private void pass() {
        try {
            boolean more;
            do {
                more = reap(due());
            } while (more && closed.getCount() > 0);
            lastPass = System.nanoTime();
        } catch (StoreUnavailableException e) {
            LOG.debug("The reaper waits for the store", LogKey.REASON.of(e));
        } catch (RuntimeException | Error e) {
            // The leases go on, so that no other process takes the shards: no deadline would be
            // kept.
            LOG.error("The reaper failed", e);
        }
    }

    /** Those that have waited for longest come first. */
    private List<Integer> due() {
        long now = System.nanoTime();
        return leases.owned().stream()
                .filter(shard -> now - nextLook[shard] >= 0)
                .sorted(Comparator.comparingLong(shard -> nextLook[shard] - now))
                .toList();
    }

    /** True if some shard has more that is due. */
    private boolean reap(List<Integer> shards) {
        List<ScriptReply> replies =
                store.runAll(ScriptBatch.of(REAP, shards, MOST_AT_ONCE).inOneCall());
        boolean more = false;
        for (int i = 0; i < shards.size(); i++) {
            ScriptReply reply = replies.get(i);
            long destroyed = reply.at(0).number();
            boolean hasMore = reply.at(3).number() == 1;
            count(destroyed, reply.at(1).number());
            more |= hasMore;
            // One whose turn did not come has waited since before.
            if (destroyed > 0 || !hasMore) {
                nextLook[shards.get(i)] = System.nanoTime() + pause(reply.at(2).number()).toNanos();
            }
        }
        return more;
    }

    private static Duration pause(long millisToNext) {
        boolean soon = millisToNext >= 0 && millisToNext < LONGEST_PAUSE.toMillis();
        return soon ? Duration.ofMillis(millisToNext) : LONGEST_PAUSE;
    }

    private void count(long destroyed, long latenessMillis) {
        if (destroyed == 0) {
            return;
        }
        ReaperStatus before = lastStatus;
        Duration lateness = Duration.ofMillis(latenessMillis);
        Duration worst = lateness.compareTo(before.lateness()) > 0 ? lateness : before.lateness();
        lastStatus = new ReaperStatus(before.destroyed() + destroyed, worst, Duration.ZERO);
        LOG.debug(
                "Scopes reached their deadline",
                LogKey.COUNT.of(destroyed),
                LogKey.LATENESS.of(lateness));
    }
}
