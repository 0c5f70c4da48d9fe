package org.lethe.privacy.outbox;

import java.util.concurrent.CompletionStage;
import org.lethe.contracts.event.CloudEvent;

/** The event bus, as the outbox needs it. */
@FunctionalInterface
public interface EventPublisher {

    /**
     * Publishes to the topic of the event's type, with its subject as the record's key.
     *
     * @return completes when the bus has it for good, or fails
     */
    CompletionStage<Void> publish(CloudEvent event);
}
