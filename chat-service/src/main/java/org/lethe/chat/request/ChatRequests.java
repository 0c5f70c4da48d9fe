package org.lethe.chat.request;

import java.util.Optional;
import org.lethe.chat.conversation.ChatForm;
import org.lethe.chat.conversation.VisitorAddress;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;

/** Where new chats are opened and queued. */
interface ChatRequests {
    ChatId newChat();

    /**
     * Opens the chat's scope and queues it with its form: once, and at once. False if it is gone.
     */
    boolean queue(
            ChatId chat,
            AccountId account,
            VisitId visit,
            ChatForm form,
            Optional<VisitorAddress> address);

    /** Takes back a chat that nobody was told of. */
    void discard(ChatId chat);
}
