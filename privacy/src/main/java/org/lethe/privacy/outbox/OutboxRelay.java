package org.lethe.privacy.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.EventType;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.ShardLeases;
import org.lethe.privacy.redis.SignalListener;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.StreamEntry;
import org.lethe.privacy.redis.Subscription;

/**
 * Takes events from the outboxes of the shards that this process works for to the event bus.
 *
 * <p>At least once, in the order of a shard: an entry is removed only when the bus has it and all
 * before it. The same entry always makes the same CloudEvent id.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Log LOG = Log.of(OutboxRelay.class);
    private static final int MOST_AT_ONCE = 200;
    private static final Duration LOOK_AT_LEAST = Duration.ofMillis(500);
    private static final Duration PUBLISH_LIMIT = Duration.ofSeconds(30);

    private final RedisStore store;
    private final ShardLeases leases;
    private final EventPublisher publisher;
    private final Set<Integer> woken = ConcurrentHashMap.newKeySet();
    private final Semaphore wakeUp = new Semaphore(0);
    private final LongAdder published = new LongAdder();
    private final Subscription subscription;
    private final Thread thread;
    private volatile boolean running = true;

    private OutboxRelay(RedisStore store, ShardLeases leases, EventPublisher publisher) {
        this.store = store;
        this.leases = leases;
        this.publisher = publisher;
        this.subscription = store.signals().subscribe(Outbox.CHANNEL, new WakeUp());
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
                boolean more = relay(full ? leases.owned() : wokenShards());
                if (!more) {
                    pause();
                }
            } catch (StoreUnavailableException e) {
                LOG.debug("The outbox waits for the store", LogKey.REASON.of(e));
                pause();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("The outbox relay failed", e);
                pause();
            }
        }
    }

    /** True if there may be more to take at once. */
    private boolean relay(List<Integer> shards) throws InterruptedException {
        if (shards.isEmpty()) {
            return false;
        }
        List<List<StreamEntry>> all =
                store.entriesAll(shards.stream().map(Outbox::key).toList(), MOST_AT_ONCE);
        boolean more = false;
        var batches = new ArrayList<Batch>();
        for (int i = 0; i < shards.size(); i++) {
            if (!all.get(i).isEmpty()) {
                batches.add(publish(shards.get(i), all.get(i)));
                more |= all.get(i).size() == MOST_AT_ONCE;
            }
        }
        for (Batch batch : batches) {
            more &= finish(batch);
        }
        return more;
    }

    private Batch publish(int shard, List<StreamEntry> entries) {
        String epoch =
                store.get(RedisStore.shardKey(shard, "epoch"))
                        .map(it -> new String(it, StandardCharsets.UTF_8))
                        .orElse("none");
        var sent = new ArrayList<Sent>(entries.size());
        for (StreamEntry entry : entries) {
            sent.add(new Sent(entry.id(), publish(shard, epoch, entry)));
        }
        return new Batch(shard, sent);
    }

    private CompletableFuture<Void> publish(int shard, String epoch, StreamEntry entry) {
        Optional<CloudEvent> event = cloudEvent(shard, epoch, entry);
        if (event.isEmpty()) {
            // Nobody will ever understand it: kept, it would hold up its shard for good.
            LOG.error("An outbox entry is no event; dropped", LogKey.SHARD.of(shard));
            return CompletableFuture.completedFuture(null);
        }
        try {
            return publisher.publish(event.get()).toCompletableFuture();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Optional<CloudEvent> cloudEvent(int shard, String epoch, StreamEntry entry) {
        String place = "s" + Shard.digits(shard);
        try {
            return EventType.find(entry.text("type"))
                    .map(type -> EventCodec.event(type, entry.text("data")))
                    .map(event ->
                            CloudEvent.of(
                                    epoch + "-" + place + "-" + entry.id(),
                                    "/lethe/outbox/" + place,
                                    Instant.ofEpochMilli(entry.millis()),
                                    event));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Removes what the bus has; true if that is all of the batch. */
    private boolean finish(Batch batch) throws InterruptedException {
        var done = new ArrayList<String>();
        for (Sent sent : batch.sent()) {
            if (!isPublished(sent, batch.shard())) {
                break;
            }
            done.add(sent.id());
        }
        store.removeEntries(Outbox.key(batch.shard()), done);
        published.add(done.size());
        return done.size() == batch.sent().size();
    }

    private static boolean isPublished(Sent sent, int shard) throws InterruptedException {
        try {
            sent.done().get(PUBLISH_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn(
                    "An event could not be published; it is tried again",
                    LogKey.SHARD.of(shard),
                    LogKey.REASON.of(e.getCause() == null ? e : e.getCause()));
            return false;
        }
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
            int shard = Integer.parseInt(new String(payload, StandardCharsets.UTF_8));
            if (leases.owns(shard)) {
                woken.add(shard);
                wakeUp.release();
            }
        }
    }

    private record Sent(String id, CompletableFuture<Void> done) {}

    private record Batch(int shard, List<Sent> sent) {}
}
