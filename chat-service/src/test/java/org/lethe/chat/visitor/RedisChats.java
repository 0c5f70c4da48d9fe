package org.lethe.chat.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.contracts.event.ChatEvent.ChatRequested;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.Vault;

/** Chats in Redis for the contract suites, without the desk and the visit that they would need. */
@ApplicationScoped
public class RedisChats {
    private static final Script SILENCE = Script.load("test-silence.lua");

    private final ChatRequests requests;
    private final Vault vault;
    private final RedisStore redis;
    private final Lifetimes lifetimes;
    private final Set<ChatId> chats = ConcurrentHashMap.newKeySet();

    @Inject
    RedisChats(ChatRequests requests, Vault vault, RedisStore redis, Lifetimes lifetimes) {
        this.requests = requests;
        this.vault = vault;
        this.redis = redis;
        this.lifetimes = lifetimes;
    }

    /** A new chat that waits for an operator. */
    public ChatId queued(AccountId account) {
        return queued(account, vault.newVisitId());
    }

    private ChatId queued(AccountId account, VisitId visit) {
        var chat = new ChatRequested(requests.newChat(), account, visit);
        try (ChatSeal seal = requests.open(chat)) {
            requests.queue(chat, seal, InMemory.FORM, Optional.empty());
        }
        chats.add(chat.chat());
        return chat.chat();
    }

    /** The same, of a visitor whose visit is open. */
    public ChatId queuedOnSite(AccountId account) {
        var scope =
                new NewScope(vault.newVisitId(), account, lifetimes.visit(), Map.of(), List.of());
        vault.open(scope);
        return queued(account, (VisitId) scope.id());
    }

    /** As if nothing had been heard of the visitor of a chat for long. */
    public void silence(ChatId chat) {
        redis.run(ScriptCall.on(SILENCE, chat));
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
