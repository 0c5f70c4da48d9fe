package org.lethe.chat.visitor;

import java.util.Optional;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.event.ChatEvent.ChatRequested;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.scope.Whereabouts;

/** Where new chats are opened and queued. */
interface ChatRequests {

    ChatId newChat();

    /**
     * Opens the chat's scope with nothing in it; what is not queued soon is destroyed. The caller
     * closes the seal.
     */
    ChatSeal open(ChatRequested chat);

    /** Queues an open chat with its form: once, and at once. False if it is gone, or erased now. */
    boolean queue(ChatRequested chat, ChatSeal seal, ChatForm form, Optional<Whereabouts> address);

    /** Takes back a chat that nobody was told of, or refuses if that is not certain. */
    void discard(ChatId chat);
}
