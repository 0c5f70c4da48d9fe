package org.lethe.chat.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.scope.Slot;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.signal.Farewell;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.ScopeBatch;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.retention.RetentionSchedule;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/** Chats in Redis: each a scope of the vault; what changes together is changed by one script. */
@ApplicationScoped
class RedisChatStore implements ChatStore {
    private static final Script APPEND = Script.load("chat/append.lua");
    private static final Script ACCEPT = Script.load("chat/accept.lua");
    private static final Script LOST = Script.load("chat/lost.lua");
    private static final Script READ = Script.load("chat/read.lua");
    private static final Script FAREWELL = Script.load("chat/farewell.lua");
    private static final Script VANISHED = Script.load("chat/vanished.lua");

    private final RedisStore redis;
    private final Vault vault;
    private final Lifetimes lifetimes;
    private final ConversationSettings settings;

    @Inject
    RedisChatStore(
            RedisStore redis, Vault vault, Lifetimes lifetimes, ConversationSettings settings) {
        this.redis = redis;
        this.vault = vault;
        this.lifetimes = lifetimes;
        this.settings = settings;
    }

    @Override
    public Lookup lookup(ChatId chat) {
        return vault.lookup(chat);
    }

    @Override
    public Map<ChatId, ChatMeta> metas(Collection<ChatId> chats) {
        var metas = new HashMap<ChatId, ChatMeta>();
        vault.slots().states(chats).forEach((chat, it) -> metas.put(chat, new ChatMeta(it)));
        return metas;
    }

    @Override
    public List<ChatId> openChats(AccountId account) {
        return vault.openScopes(ScopeKind.CHAT, account).stream().map(ChatId.class::cast).toList();
    }

    @Override
    public Set<ChatId> vanished(Collection<ChatId> chats) {
        var vanished = new HashSet<ChatId>();
        for (ScriptReply reply : new ScopeBatch(VANISHED).addAll(chats).run(redis)) {
            reply.list().forEach(chat -> vanished.add(ChatId.of(chat.text())));
        }
        return vanished;
    }

    @Override
    public Stored append(ChatId chat, Author author, ClientMessageId id, byte[] sealed) {
        List<Integer> most = List.of(settings.mostMessages(), settings.mostBytes());
        ScriptReply reply =
                redis.run(ScriptCall.on(APPEND, chat, author.code(), id.value(), sealed, most));
        return switch (reply.at(0).text()) {
            case "appended", "repeated" -> stored(chat, reply);
            case "full" -> throw new Refusal(ErrorCode.TOO_LARGE);
            case "stranger" -> throw new Refusal(ErrorCode.NOT_FOUND);
            default -> throw new Refusal(ErrorCode.CHAT_ENDED);
        };
    }

    @Override
    public List<LogEntry> entries(ChatId chat, long after, int most) {
        return vault.slots().list(chat, Slots.CHAT_LOG, after, after + most - 1).stream()
                .map(LogEntry::parse)
                .toList();
    }

    @Override
    public ChatContents contents(ChatId chat) {
        List<Slot<?>> slots = List.of(Slots.CHAT_FORM, Slots.CHAT_ADDRESS);
        var held = vault.slots().contents(chat, slots, Slots.CHAT_LOG, PAGE);
        return new ChatContents(
                held.record(Slots.CHAT_FORM),
                held.record(Slots.CHAT_ADDRESS),
                held.entries().stream().map(LogEntry::parse).toList());
    }

    @Override
    public Optional<byte[]> form(ChatId chat) {
        return vault.slots().get(chat, Slots.CHAT_FORM);
    }

    @Override
    public Optional<byte[]> address(ChatId chat) {
        return vault.slots().get(chat, Slots.CHAT_ADDRESS);
    }

    @Override
    public Optional<byte[]> file(ChatId chat, FileId file) {
        return vault.slots().entry(chat, Slots.CHAT_FILES, file.value());
    }

    @Override
    public int countFiles(ChatId chat) {
        return vault.slots().count(chat, Slots.CHAT_FILES);
    }

    @Override
    public void accept(ChatId chat, AccountId account, OperatorId operator, String sealedName) {
        var call = ScriptCall.on(ACCEPT, chat, account, operator.value(), sealedName);
        switch (redis.run(call).text()) {
            case "accepted" -> {}
            case "taken" -> throw new Refusal(ErrorCode.CONFLICT);
            // Another account's chat must look like one that never was.
            default -> throw new Refusal(ErrorCode.NOT_FOUND);
        }
    }

    @Override
    public boolean isIn(ChatId chat, AccountId account, OperatorId operator) {
        ChatMeta meta = metas(List.of(chat)).get(chat);
        if (meta == null || !meta.account().equals(account)) {
            return false;
        }
        return vault.slots().contains(chat, Slots.CHAT_OPERATORS, operator.value());
    }

    @Override
    public void markRead(ChatId chat, Speaker by, long seq) {
        redis.run(ScriptCall.on(READ, chat, by.code(), seq));
    }

    @Override
    public void renew(ChatId chat) {
        vault.renew(chat, lifetimes.of(ScopeKind.CHAT));
    }

    @Override
    public Optional<Farewell> farewell(ChatId chat) {
        return redis.run(ScriptCall.on(FAREWELL, chat)).optional().map(Farewell::parse);
    }

    @Override
    public void tellLost(ChatId chat, AccountId account, boolean waited) {
        long life = RetentionSchedule.ceiling(ScopeKind.CHAT).toMillis();
        redis.run(ScriptCall.on(LOST, chat, account, life, String.valueOf(waited)));
    }

    /** An acknowledged message is with the replicas, where there are any. */
    private Stored stored(ChatId chat, ScriptReply reply) {
        redis.requireConfirmed(List.of(chat.shard()));
        return new Stored(reply.at(1).number(), Instant.ofEpochMilli(reply.at(2).number()));
    }
}
