package org.lethe.presence.chats;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lethe.contracts.event.ChatEvent;
import org.lethe.contracts.event.ChatEvent.ChatAccepted;
import org.lethe.contracts.event.ChatEvent.ChatDestroyed;
import org.lethe.contracts.event.ChatEvent.ChatEnded;
import org.lethe.contracts.event.ChatEvent.ChatLost;
import org.lethe.contracts.event.ChatEvent.ChatRequested;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.runtime.event.EventReader;

/** Follows chats, so that the list of visitors shows who is chatting with whom. */
@ApplicationScoped
class ChatConsumer {

    private final EventReader reader;
    private final ChatLinks links;

    ChatConsumer(EventReader reader, ChatLinks links) {
        this.reader = reader;
        this.links = links;
    }

    @Incoming("chats")
    @RunOnVirtualThread
    void read(ConsumerRecord<String, byte[]> record) {
        reader.read(record, ChatEvent.class, this::on);
    }

    private void on(ChatEvent event) {
        switch (event) {
            case ChatRequested requested -> links.requested(requested.visit(), requested.chat());
            case ChatAccepted accepted ->
                    links.accepted(accepted.visit(), accepted.chat(), accepted.operator());
            case ChatEnded ended -> links.ended(ended.visit(), ended.chat());
            case ChatDestroyed destroyed -> onDestroyed(destroyed);
            case ChatLost lost -> links.destroyed(lost.account(), lost.chat());
        }
    }

    /** A chat that ended said so before; any other end is only told here. */
    private void onDestroyed(ChatDestroyed destroyed) {
        if (destroyed.reason() != DestroyReason.ENDED) {
            links.destroyed(destroyed.account(), destroyed.chat());
        }
    }
}
