package org.lethe.privacy.outbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.lethe.contracts.event.CloudEvent;

/** Remembers what it was given. */
final class Bus implements EventPublisher {

    final List<CloudEvent> events = Collections.synchronizedList(new ArrayList<>());

    @Override
    public CompletionStage<Void> publish(CloudEvent event) {
        events.add(event);
        return CompletableFuture.completedFuture(null);
    }

    List<String> ids() {
        return events.stream().map(CloudEvent::id).toList();
    }
}
