package org.lethe.file.removal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lethe.contracts.event.ChatEvent;
import org.lethe.runtime.event.EventReader;

/** Hears that chats are gone. */
@ApplicationScoped
class ChatConsumer {

    private final EventReader reader;
    private final FileRemoval removal;

    @Inject
    ChatConsumer(EventReader reader, FileRemoval removal) {
        this.reader = reader;
        this.removal = removal;
    }

    @Incoming("chats")
    @RunOnVirtualThread
    void onRecord(ConsumerRecord<String, byte[]> record) {
        reader.read(record, ChatEvent.class, this::onChatEvent);
    }

    private void onChatEvent(ChatEvent event) {
        switch (event) {
            case ChatEvent.ChatEnded ended -> removal.remove(ended.chat(), ended.account());
            case ChatEvent.ChatDestroyed destroyed ->
                    removal.remove(destroyed.chat(), destroyed.account());
            case ChatEvent.ChatLost lost -> removal.remove(lost.chat(), lost.account());
            case ChatEvent.ChatRequested _ -> {
                // A chat has no files before its first.
            }
            case ChatEvent.ChatAccepted _ -> {
                // Who may touch its files is looked up each time.
            }
        }
    }
}
