package org.lethe.runtime.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.topic.Topic;
import org.lethe.runtime.problem.Refusal;

/**
 * Sends an event that no change of a scope's state goes with: settings, acknowledgements, dead
 * letters. All others leave by the outbox, together with the change.
 */
@ApplicationScoped
public class EventSender {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaPublisher kafka;
    private final Clock clock;
    private final String source;

    @Inject
    EventSender(
            KafkaPublisher kafka,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.kafka = kafka;
        this.clock = clock;
        this.source = "/lethe/" + application;
    }

    /**
     * Returns when Kafka has the event, or refuses as unavailable: then it may still be on its way
     * and arrive later. Blocks.
     */
    public void send(Event event) {
        String id = UUID.randomUUID().toString();
        await(kafka.publish(CloudEvent.of(id, source, clock.instant(), event)));
    }

    /** Has the next compaction take all records of a key from a topic; as {@link #send}. */
    public void clear(Topic topic, String key) {
        await(kafka.clear(topic, key));
    }

    private static void await(CompletionStage<Void> sent) {
        try {
            sent.toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }
}
