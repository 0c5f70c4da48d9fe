package org.lethe.chat.visitor;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.conversation.FakeChatStore;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.event.ChatEvent.ChatRequested;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.privacy.seal.ScopeGoneException;

/** New chats in memory. */
final class FakeChatRequests implements ChatRequests {

    private final FakeChatStore chats;
    private final SecureRandom random = new SecureRandom();
    private final Set<ChatId> discarded = new HashSet<>();

    FakeChatRequests(FakeChatStore chats) {
        this.chats = chats;
    }

    @Override
    public ChatId newChat() {
        return ChatId.mint("a0z9", random);
    }

    @Override
    public ChatSeal open(ChatRequested chat) {
        return new ChatSeal(chats.open(chat.chat(), chat.account(), chat.visit()));
    }

    @Override
    public boolean queue(
            ChatRequested chat, ChatSeal seal, ChatForm form, Optional<Whereabouts> address) {
        try {
            return chats.queue(
                    chat.chat(), seal.sealForm(form), form.messages(), seal.sealAddress(address));
        } catch (ScopeGoneException e) {
            return false;
        }
    }

    @Override
    public void discard(ChatId chat) {
        chats.destroy(chat);
        discarded.add(chat);
    }

    Set<ChatId> discarded() {
        return Set.copyOf(discarded);
    }
}
