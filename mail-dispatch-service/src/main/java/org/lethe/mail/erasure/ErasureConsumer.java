package org.lethe.mail.erasure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lethe.contracts.event.ErasureEvent;
import org.lethe.contracts.event.ErasureEvent.ErasureAcknowledged;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.ServiceName;
import org.lethe.runtime.event.EventReader;
import org.lethe.runtime.event.EventSender;

/** Answers erasures: how many letters went with them, and how many a mail server had already. */
@ApplicationScoped
class ErasureConsumer {

    private final EventReader reader;
    private final EventSender sender;
    private final ErasedLetters letters;

    @Inject
    ErasureConsumer(EventReader reader, EventSender sender, ErasedLetters letters) {
        this.reader = reader;
        this.sender = sender;
        this.letters = letters;
    }

    @Incoming("erasures")
    @RunOnVirtualThread
    void onRecord(ConsumerRecord<String, byte[]> record) {
        reader.read(record, ErasureEvent.class, this::onErasureEvent);
    }

    private void onErasureEvent(ErasureEvent event) {
        if (event instanceof ErasureRequested request) {
            sender.send(
                    new ErasureAcknowledged(
                            request.erasure(),
                            ServiceName.MAIL_DISPATCH_SERVICE,
                            letters.count(request.scopes())));
        }
    }
}
