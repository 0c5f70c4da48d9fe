package org.lethe.gdpr.erasure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lethe.contracts.event.ErasureEvent;
import org.lethe.contracts.event.ErasureEvent.ErasureAcknowledged;
import org.lethe.contracts.event.ErasureEvent.ErasureCompleted;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.RequestWork;
import org.lethe.gdpr.request.Round;
import org.lethe.runtime.event.EventReader;

/** Hears what the other services removed. */
@ApplicationScoped
class ErasureEvents {

    private final EventReader reader;
    private final RequestStore requests;
    private final RequestWork work;

    ErasureEvents(EventReader reader, RequestStore requests, RequestWork work) {
        this.reader = reader;
        this.requests = requests;
        this.work = work;
    }

    @Incoming("erasures")
    @RunOnVirtualThread
    void onErasureEvent(ConsumerRecord<String, byte[]> record) {
        reader.read(
                record,
                ErasureEvent.class,
                event -> {
                    switch (event) {
                        case ErasureAcknowledged acknowledged -> onAcknowledged(acknowledged);
                        case ErasureRequested _, ErasureCompleted _ -> {}
                    }
                });
    }

    private void onAcknowledged(ErasureAcknowledged event) {
        Round round = Round.of(event.erasure());
        requests.acknowledge(round, event.service(), event.removed());
        work.advance(round.request());
    }
}
