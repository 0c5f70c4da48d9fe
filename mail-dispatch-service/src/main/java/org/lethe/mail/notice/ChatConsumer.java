package org.lethe.mail.notice;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lethe.contracts.event.ChatEvent;
import org.lethe.runtime.event.EventReader;

/** Hears of chats that were lost; nothing else about chats is a letter's affair. */
@ApplicationScoped
class ChatConsumer {

    private final EventReader reader;
    private final LostChats lostChats;

    @Inject
    ChatConsumer(EventReader reader, LostChats lostChats) {
        this.reader = reader;
        this.lostChats = lostChats;
    }

    @Incoming("chats")
    @RunOnVirtualThread
    void onRecord(ConsumerRecord<String, byte[]> record) {
        reader.read(
                record,
                ChatEvent.class,
                event -> {
                    if (event instanceof ChatEvent.ChatLost lost) {
                        lostChats.onLost(lost);
                    }
                });
    }
}
