package org.lethe.privacy.reaper;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
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
 * <p>A shard that has nothing due soon is asked less often, but often enough for the shortest
 * lifetime that can be configured.
 */
public final class Reaper implements AutoCloseable {

    private static final Log LOG = Log.of(Reaper.class);
    private static final Script REAP = Script.load("vault/reap.lua");
    private static final Duration RHYTHM = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    /** Of several shards at a time: nobody else is served meanwhile. */
    private static final int MOST_OF_A_SHARD = 30;

    private final RedisStore store;
    private final ShardLeases leases;
    private final ShardTimes times;
    private final long[] nextLook = new long[Shard.COUNT];
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("reaper").factory());
    private volatile ReaperStatus lastStatus = new ReaperStatus(0, Duration.ZERO, Duration.ZERO);
    private volatile long lastPass = System.nanoTime();

    private Reaper(RedisStore store, ShardLeases leases) {
        this.store = store;
        this.leases = leases;
        this.times = new ShardTimes(store, System::nanoTime);
    }

    public static Reaper start(RedisStore store, ShardLeases leases) {
        var reaper = new Reaper(store, leases);
        var _ =
                reaper.executor.scheduleAtFixedRate(
                        reaper::pass, 0, RHYTHM.toMillis(), TimeUnit.MILLISECONDS);
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
        executor.shutdownNow();
    }

    private void pass() {
        try {
            boolean more;
            do {
                more = reap(due());
            } while (more);
            lastPass = System.nanoTime();
        } catch (StoreUnavailableException e) {
            LOG.debug("The reaper waits for the store", LogKey.REASON.of(e));
        } catch (RuntimeException | Error e) {
            // An executor would drop a task that failed, and with it every deadline: the leases go
            // on, so that no other process takes the shards.
            LOG.error("The reaper failed", e);
        }
    }

    private List<Integer> due() {
        long now = System.nanoTime();
        return leases.owned().stream().filter(shard -> now - nextLook[shard] >= 0).toList();
    }

    /** True if some shard has more that is due. */
    private boolean reap(List<Integer> shards) {
        List<ScriptReply> replies = store.runAll(ScriptBatch.of(REAP, shards, MOST_OF_A_SHARD));
        boolean more = false;
        for (int i = 0; i < shards.size(); i++) {
            ScriptReply reply = replies.get(i);
            count(reply.at(0).number(), reply.at(1).number());
            more |= reply.at(3).number() == 1;
            nextLook[shards.get(i)] = System.nanoTime() + pause(reply.at(2).number()).toNanos();
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
