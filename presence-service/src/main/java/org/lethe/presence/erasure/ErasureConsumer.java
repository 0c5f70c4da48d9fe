package org.lethe.presence.erasure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lethe.contracts.event.ErasureEvent;
import org.lethe.contracts.event.ErasureEvent.ErasureAcknowledged;
import org.lethe.contracts.event.ErasureEvent.ErasureCompleted;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.ServiceName;
import org.lethe.runtime.event.EventReader;
import org.lethe.runtime.event.EventSender;

/** Answers each erasure with what was removed here, even if that is nothing. */
@ApplicationScoped
class ErasureConsumer {

    private final EventReader reader;
    private final EventSender sender;
    private final EraseVisits erase;

    ErasureConsumer(EventReader reader, EventSender sender, EraseVisits erase) {
        this.reader = reader;
        this.sender = sender;
        this.erase = erase;
    }

    @Incoming("erasures")
    @RunOnVirtualThread
    void read(ConsumerRecord<String, byte[]> record) {
        reader.read(record, ErasureEvent.class, this::on);
    }

    private void on(ErasureEvent event) {
        switch (event) {
            case ErasureRequested requested ->
                    sender.send(
                            new ErasureAcknowledged(
                                    requested.erasure(),
                                    ServiceName.PRESENCE_SERVICE,
                                    erase.erase(requested)));
            case ErasureAcknowledged others -> {
                // Every service answers for itself.
            }
            case ErasureCompleted completed -> {
                // Nothing is kept here that could end with it.
            }
        }
    }
}
