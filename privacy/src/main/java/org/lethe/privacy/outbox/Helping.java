package org.lethe.privacy.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.EventType;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StreamEntry;

/**
 * What is taken from the outbox of a shard at once.
 *
 * <p>The events of a subject go one after the other, and none after one that failed: on the bus a
 * later one never comes first. Those of different subjects go together, for no topic has an order
 * between them.
 */
final class Helping {

    private static final Log LOG = Log.of(Helping.class);

    /** Beyond what a bus tries for: what it has not told until then it will never tell. */
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);

    /** As long as the bus itself keeps such an event. */
    private static final Duration UNKNOWN_LIFE = Duration.ofMinutes(10);

    private final int shard;
    private final String epoch;
    private final EventPublisher publisher;
    private final Map<String, CompletableFuture<Fate>> lastOf = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();
    private volatile @Nullable Throwable failure;

    private Helping(int shard, String epoch, EventPublisher publisher) {
        this.shard = shard;
        this.epoch = epoch;
        this.publisher = publisher;
    }

    static Helping send(
            int shard, String epoch, List<StreamEntry> entries, EventPublisher publisher) {
        var helping = new Helping(shard, epoch, publisher);
        entries.forEach(helping::send);
        return helping;
    }

    int shard() {
        return shard;
    }

    int size() {
        return sent.size();
    }

    /** Waits until the bus has answered for every entry. */
    void await() throws InterruptedException {
        CompletableFuture<?>[] all =
                sent.stream().map(Sent::fate).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            failure = e;
        }
    }

    /** The entries that are no longer needed. */
    List<String> done() {
        return sent.stream().filter(each -> fate(each) == Fate.DONE).map(Sent::id).toList();
    }

    /** Why some of it has to be sent again. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    private static Fate fate(Sent each) {
        return each.fate().exceptionally(thrown -> Fate.STAYS).getNow(Fate.STAYS);
    }

    private void send(StreamEntry entry) {
        CompletableFuture<Fate> before =
                lastOf.getOrDefault(subject(entry), CompletableFuture.completedFuture(Fate.DONE));
        CompletableFuture<Fate> fate =
                before.thenCompose(it ->
                        switch (it) {
                            case DONE -> publish(entry);
                            case STAYS -> CompletableFuture.completedFuture(Fate.STAYS);
                        });
        lastOf.put(subject(entry), fate);
        sent.add(new Sent(entry.id(), fate));
    }

    private CompletableFuture<Fate> publish(StreamEntry entry) {
        Optional<CloudEvent> event;
        try {
            event = EventType.find(entry.text("type")).map(type -> cloudEvent(type, entry));
        } catch (IllegalArgumentException e) {
            // Nobody will ever understand it: kept, it would hold up its subject for good.
            LOG.error("An outbox entry is no event; dropped", LogKey.SHARD.of(shard));
            return CompletableFuture.completedFuture(Fate.DONE);
        }
        return event.map(this::publish)
                .orElseGet(() -> CompletableFuture.completedFuture(fateOfUnknown(entry)));
    }

    private CompletableFuture<Fate> publish(CloudEvent event) {
        return publisher
                .publish(event)
                .toCompletableFuture()
                .handle((ignored, refused) -> {
                    if (refused == null) {
                        return Fate.DONE;
                    }
                    failure = refused;
                    return Fate.STAYS;
                });
    }

    /** While services are upgraded, those that are new already understand what this one doesn't. */
    private Fate fateOfUnknown(StreamEntry entry) {
        Instant written = Instant.ofEpochMilli(entry.millis());
        if (Instant.now().isBefore(written.plus(UNKNOWN_LIFE))) {
            LOG.debug("An event of a type that is unknown here waits", LogKey.SHARD.of(shard));
            return Fate.STAYS;
        }
        LOG.error("An event of a type that nobody knows; dropped", LogKey.SHARD.of(shard));
        return Fate.DONE;
    }

    private CloudEvent cloudEvent(EventType type, StreamEntry entry) {
        String place = "s" + Shard.digits(shard);
        return CloudEvent.of(
                epoch + "-" + place + "-" + entry.id(),
                "/lethe/outbox/" + place,
                Instant.ofEpochMilli(entry.millis()),
                EventCodec.event(type, entry.text("data")));
    }

    private static String subject(StreamEntry entry) {
        return entry.fields().containsKey("subject") ? entry.text("subject") : "";
    }

    /** Whether an entry is done with or has to be sent again. */
    private enum Fate {
        DONE,
        STAYS
    }

    private record Sent(String id, CompletableFuture<Fate> fate) {}
}
