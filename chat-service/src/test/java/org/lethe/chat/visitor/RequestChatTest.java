package org.lethe.chat.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.chat.Refused.refuses;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.desk.Boards;
import org.lethe.chat.desk.TestDesk;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.privacy.redis.StoreInspection;
import org.lethe.privacy.vault.Lookup;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.gate.AdmissionGate;
import org.lethe.runtime.limit.TestLimits;

class RequestChatTest {

    private static final ClientAddress FROM = ClientAddress.of("192.0.2.7");
    private static final Whereabouts ADDRESS = new Whereabouts(FROM, null);

    private final InMemory memory = new InMemory();
    private final FakeChatRequests requests = new FakeChatRequests(memory.store);
    private final AdmissionGate gate =
            new AdmissionGate(StoreInspection.Fit::new, () -> Duration.ZERO, memory.clock);
    private final Boards boards = TestDesk.boards(memory);
    private final VisitId visit = memory.visit(ADDRESS);
    private final RequestChat requestChat = requestChat(Map.of());

    @BeforeEach
    void open() {
        gate.look();
        memory.operatorsAreOnline();
    }

    @AfterEach
    void holdsNoKeys() {
        assertThat(memory.store.heldKeys()).isZero();
    }

    @Test
    void queuesAChatWithWhatTheVisitorFilledIn() {
        RequestChat.Granted granted = ask();

        assertThat(granted.state()).isEqualTo(ChatState.QUEUED);
        assertThat(memory.visits.chatOf(visit)).contains(granted.chat());
        try (var seal = seal(granted.chat())) {
            assertThat(memory.store.form(granted.chat()).flatMap(seal::openForm))
                    .contains(
                            InMemory.FORM.under(memory.accounts.require(InMemory.ACME).dataUse()));
            assertThat(memory.store.address(granted.chat()).flatMap(seal::openAddress))
                    .contains(ADDRESS);
        }
    }

    @Test
    void givesTheSameChatToWhoAsksAgain() {
        assertThat(ask()).isEqualTo(ask());
        assertThat(memory.store.openChats(InMemory.ACME)).hasSize(1);
    }

    @Test
    void givesTheChatOfTheTabThatWasFaster() {
        // Given another tab that links its chat just before this one does
        ChatId faster = memory.queued();
        memory.visits.beforeNextLink(() -> memory.visits.link(visit, faster, Optional.empty()));

        // When
        RequestChat.Granted granted = ask();

        // Then
        assertThat(granted.chat()).isEqualTo(faster);
        assertThat(requests.discarded()).hasSize(1);
        assertThat(memory.store.openChats(InMemory.ACME)).containsExactly(faster);
    }

    @Test
    void givesANewChatAfterTheLastHasEnded() {
        ChatId first = ask().chat();
        memory.store.destroy(first);

        assertThat(ask().chat()).isNotEqualTo(first);
    }

    @Test
    void givesANewChatAfterTheLastWasLost() {
        ChatId first = ask().chat();
        memory.store.lose();

        assertThat(ask().chat()).isNotEqualTo(first);
    }

    @Test
    void keepsNoAddressWhereTheAccountRemovesIt() {
        memory.settings(true, true, false);

        ChatId chat = ask().chat();

        assertThat(memory.store.form(chat)).isPresent();
        assertThat(memory.store.address(chat)).isEmpty();
    }

    @Test
    void asksForNothingWhileNobodyIsOnline() {
        memory.operators.lease(InMemory.ACME, Map.of("anna/connection", Duration.ZERO));

        refuses(ErrorCode.NOBODY_ONLINE, this::ask);
        assertThat(memory.store.openChats(InMemory.ACME)).isEmpty();
    }

    @Test
    void takesNothingInWhileTheGateIsClosed() {
        var closed = new AdmissionGate(StoreInspection.Fit::new, () -> Duration.ZERO, memory.clock);
        var request =
                new RequestChat(
                        requests,
                        memory.store,
                        memory.visits,
                        boards,
                        memory.accounts,
                        memory.operators,
                        closed,
                        TestLimits.standard());

        refuses(
                ErrorCode.ADMISSION_CLOSED,
                () ->
                        request.request(
                                new Caller.Visitor(InMemory.ACME, visit), FROM, InMemory.FORM));
    }

    @Test
    void leavesNothingOfAChatWhoseVisitIsGone() {
        memory.visits.destroy(visit);

        refuses(ErrorCode.SCOPE_DESTROYED, this::ask);
        assertThat(memory.store.openChats(InMemory.ACME)).isEmpty();
    }

    @Test
    void saysThatAVisitWasLostAndNotDestroyed() {
        memory.visits.lose(visit);

        refuses(ErrorCode.SCOPE_LOST, this::ask);
    }

    @Test
    void keepsNoFormWhenAnErasureFindsTheChatByItsLink() {
        memory.visits.beforeNextLink(
                () -> memory.store.openChats(InMemory.ACME).forEach(memory.store::markErasing));

        // The chat that was marked is given up, and another is asked for.
        ChatId chat = ask().chat();

        assertThat(memory.store.openChats(InMemory.ACME))
                .filteredOn(each -> !each.equals(chat))
                .allMatch(each -> memory.store.form(each).isEmpty());
    }

    @Test
    void doesNotTakeAStoreThatIsAwayForAChatThatIsGone() {
        ask();
        memory.store.setAway(true);

        refuses(ErrorCode.UNAVAILABLE, this::ask);
    }

    @Test
    void refusesAVisitThatAsksTooOften() {
        RequestChat strict = requestChat(Map.of("lethe.limits.chats-per-visit", "1 in 1h"));
        var visitor = new Caller.Visitor(InMemory.ACME, visit);
        strict.request(visitor, FROM, InMemory.FORM);

        refuses(ErrorCode.TOO_MANY_REQUESTS, () -> strict.request(visitor, FROM, InMemory.FORM));
        assertThat(strict.request(another(), FROM, InMemory.FORM)).isNotNull();
    }

    @Test
    void refusesAnAddressThatAsksForTooManyChatsWhateverItsVisit() {
        RequestChat strict = requestChat(Map.of("lethe.limits.chats-per-address", "1 in 1h"));
        strict.request(another(), FROM, InMemory.FORM);

        refuses(ErrorCode.TOO_MANY_REQUESTS, () -> strict.request(another(), FROM, InMemory.FORM));
        assertThat(strict.request(another(), ClientAddress.of("192.0.2.8"), InMemory.FORM))
                .isNotNull();
    }

    @Test
    void takesNobodyIntoAQueueThatIsFull() {
        RequestChat strict = requestChat(Map.of("lethe.limits.queued-chats", "1"));
        Caller.Visitor first = another();
        RequestChat.Granted waiting = strict.request(first, FROM, InMemory.FORM);
        TestDesk.compare(boards);

        refuses(ErrorCode.QUEUE_FULL, () -> strict.request(another(), FROM, InMemory.FORM));
        assertThat(strict.request(first, FROM, InMemory.FORM))
                .as("who waits already is not sent away")
                .isEqualTo(waiting);
        memory.store.destroy(waiting.chat());
        TestDesk.compare(boards);
        assertThat(strict.request(another(), FROM, InMemory.FORM)).isNotNull();
    }

    private Caller.Visitor another() {
        return new Caller.Visitor(InMemory.ACME, memory.visit());
    }

    private RequestChat.Granted ask() {
        return requestChat.request(new Caller.Visitor(InMemory.ACME, visit), FROM, InMemory.FORM);
    }

    private RequestChat requestChat(Map<String, String> settings) {
        return new RequestChat(
                requests,
                memory.store,
                memory.visits,
                boards,
                memory.accounts,
                memory.operators,
                gate,
                TestLimits.of(settings));
    }

    private ChatSeal seal(ChatId chat) {
        return new ChatSeal(((Lookup.Open) memory.store.lookup(chat)).cipher());
    }
}
