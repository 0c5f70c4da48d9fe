package org.lethe.runtime.event;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.outbox.EventPublisher;
import org.lethe.runtime.problem.Refusal;

/**
 * Writes events to the topic of their type, keyed by their subject: those of the outbox, and those
 * that no change of a scope's state goes with (settings, acknowledgements, dead letters).
 */
@ApplicationScoped
public class EventSender implements EventPublisher {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Emitter<byte[]> emitter;
    private final Clock clock;
    private final String source;

    // The outbox relay bounds what it has on the way, and whoever else sends waits for the answer;
    // what waits beside that gives up with the time-out of its delivery.
    @Inject
    public EventSender(
            @Channel("lethe-outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<byte[]> emitter,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.emitter = emitter;
        this.clock = clock;
        this.source = "/lethe/" + application;
    }

    /** Completes when all replicas in sync have the event. */
    @Override
    public CompletableFuture<Void> publish(CloudEvent event) {
        return write(event.type().topic(), event.subject(), EventCodec.encode(event));
    }

    /**
     * Returns when Kafka has the event, or refuses as unavailable: then it may still be on its way
     * and arrive later. Blocks.
     */
    public void send(Event event) {
        String id = UUID.randomUUID().toString();
        await(publish(CloudEvent.of(id, source, clock.instant(), event)));
    }

    /**
     * Writes a tombstone, as {@link #send}: compaction takes what had this key, and later the
     * tombstone too.
     */
    public void clear(Topic topic, String key) {
        await(write(topic, key, null));
    }

    private CompletableFuture<Void> write(Topic topic, String key, byte @Nullable [] value) {
        var done = new CompletableFuture<Void>();
        var place =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(topic.topicName())
                        .withKey(key)
                        .build();
        emitter.send(
                Message.of(value)
                        .addMetadata(place)
                        .withAck(() -> {
                            done.complete(null);
                            return CompletableFuture.completedFuture(null);
                        })
                        .withNack(failure -> {
                            done.completeExceptionally(failure);
                            return CompletableFuture.completedFuture(null);
                        }));
        return done;
    }

    private static void await(CompletableFuture<Void> sent) {
        try {
            sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }
}
