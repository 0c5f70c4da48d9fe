package org.lethe.chat.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.contracts.event.ChatEvent.ChatRequested;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.vault.Vault;

/** Chats in Redis for the contract suites, without the desk and the visit that they would need. */
@ApplicationScoped
public class RedisChats {
    private final ChatRequests requests;
    private final Vault vault;
    private final Set<ChatId> chats = ConcurrentHashMap.newKeySet();

    @Inject
    RedisChats(ChatRequests requests, Vault vault) {
        this.requests = requests;
        this.vault = vault;
    }

    /** A new chat that waits for an operator. */
    public ChatId queued(AccountId account) {
        var chat = new ChatRequested(requests.newChat(), account, vault.newVisitId());
        try (ChatSeal seal = requests.open(chat)) {
            requests.queue(chat, seal, InMemory.FORM, Optional.empty());
        }
        chats.add(chat.chat());
        return chat.chat();
    }

    /** Leaves none of them in the queue of the tests that follow. */
    public void clear() {
        chats.forEach(this::destroy);
        chats.clear();
    }

    public void destroy(ChatId chat) {
        vault.destroy(chat, DestroyReason.REVOKED, List.of());
    }

    public void markErasing(ChatId chat) {
        vault.markErasing(List.of(chat), vault.newErasureId());
    }
}
