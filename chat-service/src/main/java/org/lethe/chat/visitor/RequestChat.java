package org.lethe.chat.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.VisitLinks;
import org.lethe.chat.desk.Boards;
import org.lethe.chat.desk.OnlineOperators;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.ChatEvent.ChatRequested;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.gate.AdmissionGate;
import org.lethe.runtime.gate.Newcomer;
import org.lethe.runtime.limit.Limit;
import org.lethe.runtime.limit.Limits;
import org.lethe.runtime.limit.Subject;
import org.lethe.runtime.problem.Refusal;

/**
 * Gives a visitor a chat. A visit has one at a time: who asks again, from another tab or after a
 * lost answer, gets the same.
 */
@ApplicationScoped
class RequestChat {
    private static final int ATTEMPTS = 3;

    private final ChatRequests requests;
    private final ChatStore store;
    private final VisitLinks visits;
    private final Boards boards;
    private final AccountDirectory accounts;
    private final OnlineOperators operators;
    private final AdmissionGate gate;
    private final Limits limits;

    @Inject
    RequestChat(
            ChatRequests requests,
            ChatStore store,
            VisitLinks visits,
            Boards boards,
            AccountDirectory accounts,
            OnlineOperators operators,
            AdmissionGate gate,
            Limits limits) {
        this.requests = requests;
        this.store = store;
        this.visits = visits;
        this.boards = boards;
        this.accounts = accounts;
        this.operators = operators;
        this.gate = gate;
        this.limits = limits;
    }

    /**
     * The visitor's chat, new or the one that they are in.
     *
     * @param from whom the limits count
     */
    Granted request(Caller.Visitor visitor, ClientAddress from, ChatForm form) {
        limits.require(Limit.CHATS_PER_VISIT, Subject.of(visitor.visit()));
        AccountSettings settings = accounts.require(visitor.account());
        Optional<ChatId> present = visits.chatOf(visitor.visit());
        Optional<Granted> granted = present.flatMap(this::living);
        if (granted.isEmpty()) {
            checkAdmission(visitor.account(), from);
        }
        ChatForm told = form.under(settings.dataUse());
        for (int attempt = 0; attempt < ATTEMPTS && granted.isEmpty(); attempt++) {
            present = open(visitor, told, settings, present);
            granted = present.flatMap(this::living);
        }
        return granted.orElseThrow(() -> new Refusal(ErrorCode.UNAVAILABLE));
    }

    /**
     * Opens the chat, links it, and only then puts the form into it: an erasure that reads the link
     * finds the chat and can mark it, one that does not has marked the visit before.
     *
     * @return the chat that the visit has then
     */
    private Optional<ChatId> open(
            Caller.Visitor visitor,
            ChatForm form,
            AccountSettings settings,
            Optional<ChatId> expected) {
        Optional<Whereabouts> address =
                settings.removeAddress() ? Optional.empty() : visits.address(visitor.visit());
        var chat = new ChatRequested(requests.newChat(), visitor.account(), visitor.visit());
        try (ChatSeal seal = requests.open(chat)) {
            Optional<ChatId> linked = link(chat, expected);
            boolean queued = isLinked(linked, chat) && requests.queue(chat, seal, form, address);
            // Looks again, now that the chat is queued: another tab may have taken the link.
            return queued ? link(chat, linked) : linked;
        }
    }

    /**
     * Whether there is one more to take in. Some that are asked for at once may all find the last
     * place in the queue: it keeps consoles small, and needs no exact end.
     */
    private void checkAdmission(AccountId account, ClientAddress from) {
        gate.check(Newcomer.WORDS);
        if (!operators.isAnyOnline(account)) {
            throw new Refusal(ErrorCode.NOBODY_ONLINE);
        }
        if (boards.waiting(account) >= limits.queuedChats()) {
            throw new Refusal(ErrorCode.QUEUE_FULL);
        }
        limits.require(Limit.CHATS_PER_ADDRESS, Subject.of(account, from));
    }

    /** What the visit is not linked to is taken back. */
    private Optional<ChatId> link(ChatRequested chat, Optional<ChatId> expected) {
        Optional<ChatId> linked;
        try {
            linked = visits.link(chat.visit(), chat.chat(), expected);
        } catch (Refusal refusal) {
            requests.discard(chat.chat());
            throw refusal;
        }
        if (!isLinked(linked, chat)) {
            requests.discard(chat.chat());
        }
        return linked;
    }

    private static boolean isLinked(Optional<ChatId> linked, ChatRequested chat) {
        return linked.equals(Optional.of(chat.chat()));
    }

    /** What is lost goes on as little as what is destroyed: the visitor gets a new one. */
    private Optional<Granted> living(ChatId chat) {
        try {
            return store.whileOpen(chat, open -> open.meta().state())
                    .flatMap(state -> state.map(known -> new Granted(chat, known)));
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.SCOPE_LOST) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** A chat that the visitor may join. */
    record Granted(ChatId chat, ChatState state) {}
}
