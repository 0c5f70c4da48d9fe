package org.lethe.chat;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.conversation.FakeBus;
import org.lethe.chat.conversation.FakeChatStore;
import org.lethe.chat.conversation.FakeVisitLinks;
import org.lethe.chat.desk.FakeOnlineOperators;
import org.lethe.chat.letter.FakeLetterScopes;
import org.lethe.chat.presence.FakeSightings;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.ConsentText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.personal.QuestionText;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.visit.Consent;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.Role;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.runtime.fixture.TestClock;

/** Everything that the service stores, in memory, with one account. */
public final class InMemory {

    public static final AccountId ACME = AccountId.of("acme");
    public static final OperatorId ANNA = OperatorId.of("7651f7fd-289c-498f-b1a2-a8dacb1ddc38");
    public static final OperatorId BERT = OperatorId.of("11111111-289c-498f-b1a2-a8dacb1ddc38");
    public static final ChatForm FORM =
            new ChatForm(
                    PersonName.of("Vera"),
                    EmailAddress.of("vera@mail.example"),
                    QuestionText.of("Is it safe?"),
                    new Consent(ConsentText.of("I agree"), Instant.EPOCH));

    public final TestClock clock = new TestClock();
    public final FakeBus bus = new FakeBus();
    public final FakeChatStore store = new FakeChatStore(bus, clock);
    public final FakeVisitLinks visits = new FakeVisitLinks(clock);
    public final FakeSightings sightings = new FakeSightings(store, clock);
    public final FakeLetterScopes letters = new FakeLetterScopes();
    public final FakeOnlineOperators operators = new FakeOnlineOperators(clock);
    public final AccountDirectory accounts = new AccountDirectory();
    private final SecureRandom random = new SecureRandom();
    private long version;

    public InMemory() {
        settings(false, true, false);
        accounts.setLoaded();
    }

    /** Replaces the account's settings. */
    public void settings(boolean removeAddress, boolean transcripts, boolean copyToVisitor) {
        settings(removeAddress, transcripts, copyToVisitor, "desk@acme.example");
    }

    /** The same with who gets transcripts. */
    public void settings(
            boolean removeAddress, boolean transcripts, boolean copyToVisitor, String recipient) {
        version++;
        var said =
                Map.of(
                        "version",
                        version,
                        "removeAddress",
                        removeAddress,
                        "transcripts",
                        Map.of(
                                "enabled",
                                transcripts,
                                "recipients",
                                List.of(recipient),
                                "copyToVisitor",
                                copyToVisitor),
                        "offline",
                        Map.of("recipients", List.of("one@acme.example", "two@acme.example")));
        accounts.put(TestAccounts.settings(ACME, said));
    }

    public VisitId visit(Whereabouts address) {
        VisitId visit = VisitId.mint("a0z9", random);
        visits.open(visit, address);
        return visit;
    }

    public VisitId visit() {
        VisitId visit = VisitId.mint("a0z9", random);
        visits.open(visit, null);
        return visit;
    }

    /** A new chat that waits for an operator. */
    public ChatId queued() {
        return queued(FORM, Optional.empty());
    }

    /** The same, asked for under the account's settings as they are. */
    public ChatId queuedAsTold() {
        return queued(FORM.under(accounts.require(ACME).dataUse()), Optional.empty());
    }

    /** The same of a visitor with an address. */
    public ChatId queuedFrom(String address) {
        return queued(FORM, Optional.of(new Whereabouts(ClientAddress.of(address), null)));
    }

    private ChatId queued(ChatForm form, Optional<Whereabouts> address) {
        ChatId chat = ChatId.mint("a0z9", random);
        try (var seal = new ChatSeal(store.open(chat, ACME, visit()))) {
            store.queue(chat, seal.sealForm(form), form.messages(), seal.sealAddress(address));
        }
        return chat;
    }

    /** The visit that a chat came from. */
    public VisitId visitOf(ChatId chat) {
        return requireNonNull(store.metas(List.of(chat)).get(chat)).visit();
    }

    public void operatorsAreOnline() {
        operators.lease(ACME, Map.of("anna/connection", Duration.ofDays(1)));
    }

    public static Caller.Operator operator(OperatorId id, String name) {
        return new Caller.Operator(ACME, id, PersonName.of(name), Set.of(Role.OPERATOR));
    }
}
