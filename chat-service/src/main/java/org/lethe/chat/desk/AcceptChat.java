package org.lethe.chat.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.seal.ScopeGoneException;
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
        try (OpenChat open = store.open(chat).orElseThrow(AcceptChat::notFound)) {
            String name = open.seal().sealOperatorName(operator.name());
            store.accept(chat, operator.account(), operator.operator(), name);
        } catch (ScopeGoneException e) {
            throw notFound();
        }
        LOG.info(
                "A chat was accepted",
                LogKey.SCOPE.of(chat),
                LogKey.OPERATOR.of(operator.operator()));
    }

    private static Refusal notFound() {
        return new Refusal(ErrorCode.NOT_FOUND);
    }
}
