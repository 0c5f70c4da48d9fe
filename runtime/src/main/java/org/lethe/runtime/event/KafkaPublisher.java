package org.lethe.runtime.event;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.outbox.EventPublisher;

/** Writes events to the topic of their type, keyed by their subject. */
@ApplicationScoped
class KafkaPublisher implements EventPublisher {

    private final Emitter<byte[]> emitter;

    // The outbox relay bounds what it has on the way, and whoever else sends waits for the answer;
    // what waits beside that gives up with the time-out of its delivery.
    @Inject
    KafkaPublisher(
            @Channel("lethe-outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Completes when all replicas in sync have the event. */
    @Override
    public CompletionStage<Void> publish(CloudEvent event) {
        return send(event.type().topic(), event.subject(), EventCodec.encode(event));
    }

    /** Writes a tombstone: compaction takes what had this key, and later the tombstone too. */
    CompletionStage<Void> clear(Topic topic, String key) {
        return send(topic, key, null);
    }

    private CompletionStage<Void> send(Topic topic, String key, byte @Nullable [] value) {
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
}
