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
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.EventCodec;
import org.lethe.privacy.outbox.EventPublisher;

/** Writes events to the topic of their type, keyed by their subject. */
@ApplicationScoped
public class KafkaPublisher implements EventPublisher {

    private final Emitter<byte[]> emitter;

    // What waits here waits in Redis' outbox too, which is what bounds it.
    @Inject
    KafkaPublisher(
            @Channel("lethe-outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Completes when all replicas in sync have the event. */
    @Override
    public CompletionStage<Void> publish(CloudEvent event) {
        var done = new CompletableFuture<Void>();
        var place =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(event.type().topic().topicName())
                        .withKey(event.subject())
                        .build();
        emitter.send(
                Message.of(EventCodec.encode(event))
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
