package org.lethe.chat.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.chat.conversation.VisitLinks;
import org.lethe.chat.desk.OnlineOperators;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Unavailability;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.gate.AdmissionGate;
import org.lethe.runtime.limit.Allowances;
import org.lethe.runtime.limit.Rate;
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
    private final AccountDirectory accounts;
    private final OnlineOperators operators;
    private final AdmissionGate gate;
    private final Allowances<VisitId> allowances;

    @Inject
    RequestChat(
            ChatRequests requests,
            ChatStore store,
            VisitLinks visits,
            AccountDirectory accounts,
            OnlineOperators operators,
            AdmissionGate gate,
            RequestSettings settings) {
        this.requests = requests;
        this.store = store;
        this.visits = visits;
        this.accounts = accounts;
        this.operators = operators;
        this.gate = gate;
        this.allowances =
                new Allowances<>(
                        new Rate(settings.requests(), settings.requestsIn()),
                        settings.trackedVisits());
    }

    /** The visitor's chat, new or the one that they are in. */
    Granted request(Caller.Visitor visitor, ChatForm form) {
        if (!allowances.take(visitor.visit())) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS);
        }
        AccountSettings settings = accounts.require(visitor.account());
        Optional<ChatId> present = visits.chatOf(visitor.visit());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Granted> living = present.flatMap(this::living);
            if (living.isPresent()) {
                return living.get();
            }
            present =
                    switch (open(visitor, form, settings, present)) {
                        case VisitLinks.Linked.Done _ -> visits.chatOf(visitor.visit());
                        case VisitLinks.Linked.Otherwise(var other) -> other;
                        case VisitLinks.Linked.Gone _ ->
                                throw new Refusal(ErrorCode.SCOPE_DESTROYED);
                        case VisitLinks.Linked.Lost _ -> throw new Refusal(ErrorCode.SCOPE_LOST);
                    };
        }
        throw new Refusal(ErrorCode.UNAVAILABLE);
    }

    /**
     * Opens the chat, links it, and only then puts the form into it: an erasure that reads the link
     * finds the chat and can mark it, one that does not has marked the visit before.
     */
    private VisitLinks.Linked open(
            Caller.Visitor visitor,
            ChatForm form,
            AccountSettings settings,
            Optional<ChatId> expected) {
        gate.check();
        if (!operators.isAnyOnline(visitor.account())) {
            throw new Refusal(ErrorCode.NOBODY_ONLINE);
        }
        Optional<Whereabouts> address =
                settings.removeAddress() ? Optional.empty() : visits.address(visitor.visit());
        var chat = new NewChat(requests.newChat(), visitor.account(), visitor.visit());
        try (ChatSeal seal = requests.open(chat)) {
            VisitLinks.Linked linked = visits.link(chat.visit(), chat.id(), expected);
            if (!(linked instanceof VisitLinks.Linked.Done)) {
                requests.discard(chat.id());
                return linked;
            }
            return requests.queue(chat, seal, form, address) ? confirmed(chat) : linked;
        }
    }

    /** Looks at the link again, now that the chat is queued: another tab may have taken it. */
    private VisitLinks.Linked confirmed(NewChat chat) {
        VisitLinks.Linked linked = visits.link(chat.visit(), chat.id(), Optional.of(chat.id()));
        if (!(linked instanceof VisitLinks.Linked.Done)) {
            requests.discard(chat.id());
        }
        return linked;
    }

    /** What is lost goes on as little as what is destroyed: the visitor gets a new one. */
    private Optional<Granted> living(ChatId chat) {
        return switch (store.lookup(chat)) {
            case Lookup.Open found -> {
                try (OpenChat open = OpenChat.of(chat, found)) {
                    yield open.meta().state().map(state -> new Granted(chat, state));
                }
            }
            case Lookup.Destroyed ignored -> Optional.empty();
            case Lookup.Unavailable(var reason) when reason == Unavailability.STORE_LOST ->
                    Optional.empty();
            case Lookup.Unavailable(var reason) -> throw Refusal.of(reason);
        };
    }

    /** A chat that the visitor may join. */
    record Granted(ChatId chat, ChatState state) {}
}
