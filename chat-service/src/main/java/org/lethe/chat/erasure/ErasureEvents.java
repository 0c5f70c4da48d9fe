package org.lethe.chat.erasure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lethe.contracts.event.ErasureEvent;
import org.lethe.runtime.event.EventReader;

/** Hears of erasures. */
@ApplicationScoped
class ErasureEvents {
    private final EventReader reader;
    private final EraseChats eraseChats;

    @Inject
    ErasureEvents(EventReader reader, EraseChats eraseChats) {
        this.reader = reader;
        this.eraseChats = eraseChats;
    }

    @Incoming("erasures")
    @RunOnVirtualThread
    void onErasureEvent(ConsumerRecord<String, byte[]> record) {
        reader.read(
                record,
                ErasureEvent.class,
                event -> {
                    switch (event) {
                        case ErasureEvent.ErasureRequested requested -> eraseChats.erase(requested);
                        case ErasureEvent.ErasureAcknowledged ignored -> {}
                        case ErasureEvent.ErasureCompleted ignored -> {}
                    }
                });
    }
}
