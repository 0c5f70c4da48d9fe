package org.lethe.file.removal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lethe.contracts.event.ErasureEvent;
import org.lethe.contracts.event.ErasureEvent.ErasureAcknowledged;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.file.blob.Removed;
import org.lethe.runtime.event.EventReader;
import org.lethe.runtime.event.EventSender;

/** Answers erasures: the keys are gone already, here go the bytes. */
@ApplicationScoped
class ErasureConsumer {

    private final EventReader reader;
    private final EventSender sender;
    private final FileRemoval removal;

    @Inject
    ErasureConsumer(EventReader reader, EventSender sender, FileRemoval removal) {
        this.reader = reader;
        this.sender = sender;
        this.removal = removal;
    }

    @Incoming("erasures")
    @RunOnVirtualThread
    void onRecord(ConsumerRecord<String, byte[]> record) {
        reader.read(record, ErasureEvent.class, this::onErasureEvent);
    }

    private void onErasureEvent(ErasureEvent event) {
        if (event instanceof ErasureRequested request) {
            sender.send(acknowledged(request));
        }
    }

    private ErasureAcknowledged acknowledged(ErasureRequested request) {
        Removed removed = Removed.NOTHING;
        for (ScopeId scope : request.scopes()) {
            if (scope instanceof ChatId chat) {
                removed = removed.plus(removal.removedOf(chat, request.account()));
            }
        }
        return new ErasureAcknowledged(
                request.erasure(),
                ServiceName.FILE_RELAY_SERVICE,
                Map.of(
                        RemainsKind.FILES,
                        removed.files(),
                        RemainsKind.BYTES,
                        (int) Math.min(Integer.MAX_VALUE, removed.bytes())));
    }
}
