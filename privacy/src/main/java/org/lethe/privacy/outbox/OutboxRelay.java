package org.lethe.privacy.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.signal.OutboxFilled;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.log.OncePerCause;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.ShardLeases;
import org.lethe.privacy.redis.SignalListener;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.StreamEntry;
import org.lethe.privacy.redis.Subscription;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptReply;

/**
 * Takes events from the outboxes of the shards that this process works for to the event bus.
 *
 * <p>At least once, in the order of a subject: an entry is sent only when the bus has all before it
 * that are about the same, and removed only when the bus has it. The same entry always makes the
 * same CloudEvent id.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Log LOG = Log.of(OutboxRelay.class);
    private static final Script WAITING = Script.load("vault/waiting.lua");
    private static final int MOST_AT_ONCE = 200;

    /** Of all shards together: it bounds the memory that a bus needs which is away. */
    private static final int MOST_ON_THE_WAY = 1024;

    private static final Duration LOOK_AT_LEAST = Duration.ofSeconds(1);

    private final RedisStore store;
    private final ShardLeases leases;
    private final EventPublisher publisher;
    private final Set<Integer> woken = ConcurrentHashMap.newKeySet();
    private final Semaphore wakeUp = new Semaphore(0);
    private final LongAdder published = new LongAdder();
    private final OncePerCause failures = new OncePerCause(LOG);
    private final Subscription subscription;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile long waiting;
    private volatile @Nullable Long failingSince;
    private boolean failed;

    private OutboxRelay(RedisStore store, ShardLeases leases, EventPublisher publisher) {
        this.store = store;
        this.leases = leases;
        this.publisher = publisher;
        this.subscription = store.signals().keep(Outbox.CHANNEL, new WakeUp());
        this.thread = Thread.ofVirtual().name("outbox-relay").unstarted(this::run);
    }

    public static OutboxRelay start(
            RedisStore store, ShardLeases leases, EventPublisher publisher) {
        var relay = new OutboxRelay(store, leases, publisher);
        relay.thread.start();
        return relay;
    }

    /** Events since the start. */
    public long published() {
        return published.sum();
    }

    /** Events that waited in the outboxes of this process at its last full look. */
    public long waiting() {
        return waiting;
    }

    /** For how long the bus has not taken an event that it was offered; zero while it takes all. */
    public Duration stalled() {
        Long since = failingSince;
        return since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /** Stops after the entries that are on their way. */
    @Override
    public void close() {
        running = false;
        subscription.close();
        wakeUp.release();
        try {
            if (!thread.join(Duration.ofSeconds(5))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops at once, as a killed process does; entries on their way stay in the outbox. */
    void abandon() {
        running = false;
        thread.interrupt();
        subscription.close();
    }

    private void run() {
        long lastFullLook = System.nanoTime() - LOOK_AT_LEAST.toNanos();
        while (running) {
            try {
                boolean full = System.nanoTime() - lastFullLook >= LOOK_AT_LEAST.toNanos();
                if (full) {
                    lastFullLook = System.nanoTime();
                }
                boolean more = full ? relayAll() : relay(wokenShards());
                if (!more) {
                    pause();
                }
            } catch (StoreUnavailableException e) {
                LOG.debug("The outbox waits for the store", LogKey.REASON.of(e));
                pause();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // Its leases would go on and keep every other process from its shards.
                LOG.error("The outbox relay failed", e);
                pause();
            }
        }
    }

    /** Only what was sent of all shards tells that nothing is left that the bus did not take. */
    private boolean relayAll() throws InterruptedException {
        failed = false;
        boolean more = relay(filledShards());
        if (!failed) {
            failingSince = null;
        } else if (failingSince == null) {
            failingSince = System.nanoTime();
        }
        return more;
    }

    /**
     * Sends what there is and waits for all of it, so that nothing is sent twice while the bus is
     * away. True if there is more to take at once.
     */
    private boolean relay(List<Integer> shards) throws InterruptedException {
        if (shards.isEmpty()) {
            return false;
        }
        int most = Math.clamp(MOST_ON_THE_WAY / shards.size(), 1, MOST_AT_ONCE);
        List<List<StreamEntry>> all =
                store.keyspace().entriesAll(shards.stream().map(Outbox::key).toList(), most);
        var helpings = new ArrayList<Helping>();
        for (int i = 0; i < shards.size(); i++) {
            if (!all.get(i).isEmpty()) {
                helpings.add(send(shards.get(i), all.get(i)));
            }
        }
        for (Helping helping : helpings) {
            helping.await();
        }
        failed |= helpings.stream().anyMatch(helping -> helping.failure().isPresent());
        return finish(helpings, most);
    }

    /** True if one of the shards has more, and what was taken of it has left. */
    private boolean finish(List<Helping> helpings, int most) {
        boolean more = false;
        for (Helping helping : helpings) {
            int done = finish(helping);
            if (done > 0 && helping.size() == most) {
                woken.add(helping.shard());
                more = true;
            }
        }
        return more;
    }

    private Helping send(int shard, List<StreamEntry> entries) {
        String epoch =
                store.keyspace()
                        .get(RedisStore.shardKey(shard, "epoch"))
                        .map(it -> new String(it, StandardCharsets.UTF_8))
                        .orElse("none");
        return Helping.send(shard, epoch, entries, publisher);
    }

    /** Removes what is done with, and says how much it is. */
    private int finish(Helping helping) {
        List<String> done = helping.done();
        store.keyspace().removeEntries(Outbox.key(helping.shard()), done);
        published.add(done.size());
        helping.failure()
                .ifPresentOrElse(
                        failure ->
                                failures.warn(
                                        "Events could not be published; they are tried again",
                                        failure,
                                        LogKey.SHARD.of(helping.shard())),
                        failures::passed);
        return done.size();
    }

    /** A signal may have been missed. */
    private List<Integer> filledShards() {
        List<Integer> owned = leases.owned();
        List<ScriptReply> lengths = store.runAll(ScriptBatch.of(WAITING, owned).inOneCall());
        waiting = lengths.stream().mapToLong(ScriptReply::number).sum();
        return IntStream.range(0, owned.size())
                .filter(i -> lengths.get(i).number() > 0)
                .mapToObj(owned::get)
                .toList();
    }

    private List<Integer> wokenShards() {
        var shards = new ArrayList<Integer>();
        for (int shard : leases.owned()) {
            if (woken.remove(shard)) {
                shards.add(shard);
            }
        }
        return shards;
    }

    private void pause() {
        try {
            boolean _ = wakeUp.tryAcquire(LOOK_AT_LEAST.toMillis(), TimeUnit.MILLISECONDS);
            wakeUp.drainPermits();
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private final class WakeUp implements SignalListener {

        @Override
        public void onSignal(byte[] payload) {
            int shard = OutboxFilled.parse(payload).shard();
            if (leases.owns(shard)) {
                woken.add(shard);
                wakeUp.release();
            }
        }
    }
}
