package org.lethe.chat.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.ChatEvent.ChatRequested;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.subject.Identifier;
import org.lethe.privacy.outbox.Outbox;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.seal.ScopeGoneException;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.problem.Refusal;

/** Opens a scope for the chat; a chat without a state is one that nobody asked for yet. */
@ApplicationScoped
class RedisChatRequests implements ChatRequests {
    private static final Script REQUEST = Script.load("chat/request.lua");
    private static final Duration OPENING = Duration.ofSeconds(20);

    private final Vault vault;
    private final RedisStore redis;
    private final Lifetimes lifetimes;
    private final AccountDirectory accounts;

    @Inject
    RedisChatRequests(
            Vault vault, RedisStore redis, Lifetimes lifetimes, AccountDirectory accounts) {
        this.vault = vault;
        this.redis = redis;
        this.lifetimes = lifetimes;
        this.accounts = accounts;
    }

    @Override
    public ChatId newChat() {
        return vault.newChatId();
    }

    @Override
    public ChatSeal open(ChatRequested chat) {
        var scope =
                new NewScope(
                        chat.chat(),
                        chat.account(),
                        opening(),
                        Map.of(MetaField.CHAT_VISIT, chat.visit().value()),
                        List.of());
        return switch (vault.open(scope)) {
            case OpenOutcome.Opened opened -> new ChatSeal(opened.cipher());
            case OpenOutcome.AlreadyOpen open -> new ChatSeal(open.cipher());
            case OpenOutcome.Destroyed ignored -> throw new Refusal(ErrorCode.SCOPE_DESTROYED);
            case OpenOutcome.Unavailable(var reason) -> throw Refusal.of(reason);
        };
    }

    @Override
    public boolean queue(
            ChatRequested chat, ChatSeal seal, ChatForm form, Optional<Whereabouts> address) {
        try {
            // Asked now that the chat is open: a removal of addresses from here on finds it.
            Optional<Whereabouts> allowed =
                    address.filter(any -> !accounts.removesAddresses(chat.account()));
            Set<Identifier> foundBy =
                    Identifier.ofVisitor(
                            ReferenceNumber.of(chat.chat()),
                            form.email(),
                            allowed.map(Whereabouts::address));
            List<String> terms = vault.index().terms(chat.account(), foundBy);
            var call =
                    ScriptCall.on(
                            REQUEST,
                            chat.chat(),
                            seal.sealForm(form),
                            seal.sealAddress(allowed),
                            lifetimes.chatIdle().toMillis(),
                            lifetimes.visit().toMillis(),
                            form.messages(),
                            terms.size(),
                            terms,
                            Outbox.args(List.of(chat)));
            return !redis.run(call).text().equals("gone");
        } catch (ScopeGoneException e) {
            return false;
        }
    }

    @Override
    public void discard(ChatId chat) {
        if (vault.destroy(chat, DestroyReason.REVOKED, List.of())
                instanceof DestroyOutcome.Unavailable) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    /** What is opened and not asked for, because we died between, goes soon. */
    private Duration opening() {
        return OPENING.compareTo(lifetimes.chatIdle()) < 0 ? OPENING : lifetimes.chatIdle();
    }
}
