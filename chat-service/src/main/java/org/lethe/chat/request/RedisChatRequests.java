package org.lethe.chat.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.chat.conversation.ChatForm;
import org.lethe.chat.conversation.ChatMeta;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.conversation.VisitorAddress;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.ChatEvent.ChatRequested;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.outbox.Outbox;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.Script;
import org.lethe.privacy.redis.ScriptCall;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.ScopeCipher;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/** Opens a scope for the chat; a chat without a state is one that nobody asked for yet. */
@ApplicationScoped
class RedisChatRequests implements ChatRequests {
    private static final Script REQUEST = Script.load("chat/request.lua");
    private static final byte[] NOTHING = {};
    private static final Duration OPENING = Duration.ofSeconds(20);

    private final Vault vault;
    private final RedisStore redis;
    private final Lifetimes lifetimes;

    @Inject
    RedisChatRequests(Vault vault, RedisStore redis, Lifetimes lifetimes) {
        this.vault = vault;
        this.redis = redis;
        this.lifetimes = lifetimes;
    }

    @Override
    public ChatId newChat() {
        return vault.newChatId();
    }

    @Override
    public boolean queue(
            ChatId chat,
            AccountId account,
            VisitId visit,
            ChatForm form,
            Optional<VisitorAddress> address) {
        try (var seal = new ChatSeal(open(chat, account, visit))) {
            var args = new ArrayList<>(Script.args(chat, seal.sealForm(form)));
            args.add(address.map(seal::sealAddress).orElse(NOTHING));
            args.addAll(Script.args(lifetimes.chatIdle().toMillis()));
            args.addAll(Outbox.args(List.of(new ChatRequested(chat, account, visit))));
            String reply = redis.run(new ScriptCall(REQUEST, chat.shard(), List.of(), args)).text();
            return !reply.equals("gone");
        }
    }

    @Override
    public void discard(ChatId chat) {
        vault.destroy(chat, DestroyReason.REVOKED, List.of());
    }

    /** What is opened and not asked for, because we died between, goes soon. */
    private Duration opening() {
        return OPENING.compareTo(lifetimes.chatIdle()) < 0 ? OPENING : lifetimes.chatIdle();
    }

    private ScopeCipher open(ChatId chat, AccountId account, VisitId visit) {
        var scope =
                new NewScope(
                        chat, account, opening(), Map.of(ChatMeta.VISIT, visit.value()), List.of());
        return switch (vault.open(scope)) {
            case OpenOutcome.Opened opened -> opened.cipher();
            case OpenOutcome.AlreadyOpen open -> open.cipher();
            case OpenOutcome.Destroyed ignored -> throw new Refusal(ErrorCode.SCOPE_DESTROYED);
            case OpenOutcome.Unavailable ignored -> throw new Refusal(ErrorCode.UNAVAILABLE);
        };
    }
}
