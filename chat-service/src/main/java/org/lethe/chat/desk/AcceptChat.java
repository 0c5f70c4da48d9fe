package org.lethe.chat.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.chat.conversation.Accepted;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.seal.ScopeGoneException;
import org.lethe.privacy.vault.Lookup;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;

/** An operator takes a chat from the queue. The store decides who was first. */
@ApplicationScoped
class AcceptChat {
    private static final Log LOG = Log.of(AcceptChat.class);

    private final ChatStore store;

    @Inject
    AcceptChat(ChatStore store) {
        this.store = store;
    }

    /** Returns when the chat is the operator's, or throws a refusal. */
    void accept(Caller.Operator operator, ChatId chat) {
        Accepted outcome =
                switch (store.lookup(chat)) {
                    case Lookup.Open found -> {
                        try (OpenChat open = OpenChat.of(chat, found)) {
                            yield accept(operator, open);
                        }
                    }
                    case Lookup.Destroyed ignored -> Accepted.GONE;
                    case Lookup.Unavailable(var reason) -> throw Refusal.of(reason);
                };
        switch (outcome) {
            case ACCEPTED ->
                    LOG.info(
                            "A chat was accepted",
                            LogKey.SCOPE.of(chat),
                            LogKey.OPERATOR.of(operator.operator()));
            case TAKEN -> throw new Refusal(ErrorCode.CONFLICT);
            // Another account's chat must look like one that never was.
            case STRANGER, GONE -> throw new Refusal(ErrorCode.NOT_FOUND);
        }
    }

    private Accepted accept(Caller.Operator operator, OpenChat chat) {
        if (!chat.meta().account().equals(operator.account())) {
            return Accepted.STRANGER;
        }
        try {
            String name = chat.seal().sealOperatorName(operator.name());
            return store.accept(chat.id(), operator.account(), operator.operator(), name);
        } catch (ScopeGoneException e) {
            return Accepted.GONE;
        }
    }
}
