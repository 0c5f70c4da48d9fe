package org.lethe.gdpr.fulfilment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lethe.contracts.event.ErasureEvent;
import org.lethe.contracts.event.ErasureEvent.ErasureAcknowledged;
import org.lethe.contracts.event.ErasureEvent.ErasureCompleted;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.gdpr.request.Acknowledgements.Round;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.runtime.event.EventReader;

/** Hears what the other services removed. */
@ApplicationScoped
class ErasureEvents {

    private final EventReader reader;
    private final RequestStore store;
    private final SubjectRequests requests;

    ErasureEvents(EventReader reader, RequestStore store, SubjectRequests requests) {
        this.reader = reader;
        this.store = store;
        this.requests = requests;
    }

    @Incoming("erasures")
    @RunOnVirtualThread
    void onErasureEvent(ConsumerRecord<String, byte[]> record) {
        reader.read(record, ErasureEvent.class, this::onEvent);
    }

    private void onEvent(ErasureEvent event) {
        switch (event) {
            case ErasureAcknowledged answer -> {
                Round round = Round.of(answer.erasure());
                store.acknowledge(round, answer.service(), answer.removed());
                requests.advance(round.request());
            }
            case ErasureRequested _, ErasureCompleted _ -> {}
        }
    }
}
