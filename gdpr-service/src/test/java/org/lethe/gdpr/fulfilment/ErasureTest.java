package org.lethe.gdpr.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.NothingErased;
import org.lethe.contracts.event.LedgerFact.SubjectErased;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.ledger.FakeLedger;
import org.lethe.gdpr.notice.Notice;
import org.lethe.gdpr.receipt.Jws;
import org.lethe.gdpr.request.Acknowledgements.Round;
import org.lethe.gdpr.request.FakeRequestStore;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.FakeSubjectVault;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.gdpr.subject.SubjectVault;
import org.lethe.runtime.problem.Refusal;

class ErasureTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Set<ServiceName> SERVICES =
            EnumSet.complementOf(EnumSet.of(ServiceName.GDPR_SERVICE));

    private final FakeSubjectVault vault = new FakeSubjectVault(this::now);
    private final FakeRequestStore requests = new FakeRequestStore(this::now);
    private final FakeLedger ledger = new FakeLedger();
    private final List<RequestStatus> told = new ArrayList<>();
    private final VisitId visit = Ids.visit();
    private final ChatId chat = Ids.chat();
    private final RequestId id = new RequestId(UUID.randomUUID().toString());
    private SubjectRequest request = request(NOW);
    private Instant now = NOW;

    @BeforeEach
    void aVisitorInAChat() {
        vault.open(ACME, visit, chat);
        vault.open(ACME, chat, visit);
    }

    @Test
    void hasEffectAtOnceAndWaitsForTheServices() {
        erase();

        assertThat(vault.isOpen(visit)).isFalse();
        assertThat(vault.isOpen(chat)).isFalse();
        assertThat(requests.announced())
                .containsExactly(new ErasureRequested(request.scope(), ACME, List.of(visit, chat)));
        assertThat(requests.find(request.scope()).orElseThrow().progress())
                .isInstanceOf(Progress.Effective.class);
        assertThat(entries()).isEmpty();
    }

    @Test
    void givesAReceiptWhenTheLastServiceHasAnswered() {
        erase();
        for (ServiceName service : SERVICES) {
            assertThat(entries()).isEmpty();
            acknowledge(service);
        }

        var erased = (SubjectErased) entries().getFirst().fact();
        assertThat(erased.scopes()).isEqualTo(Map.of(ScopeKind.VISIT, 1, ScopeKind.CHAT, 1));
        assertThat(erased.receipt()).isEqualTo(request.receipt());
        assertThat(requests.find(request.scope())).isEmpty();
        assertThat(told).containsExactly(RequestStatus.IN_PROGRESS, RequestStatus.COMPLETED);
    }

    @Test
    void completesAtOnceAndGivesNoReceiptWhenNothingIsHeld() {
        vault.destroy(Set.of(visit, chat));

        erase();

        assertThat(requests.announced()).isEmpty();
        assertThat(entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.fact()).isInstanceOf(NothingErased.class));
        assertThat(requests.find(request.scope())).isEmpty();
        assertThat(told).containsExactly(RequestStatus.COMPLETED);
    }

    @Test
    void doesNotSignWhileSomethingRemains() {
        erase();
        vault.leaveRemains(chat);
        SERVICES.forEach(this::acknowledge);
        assertThat(entries()).isEmpty();

        takeUp(vault);

        assertThat(entries()).hasSize(1);
    }

    @Test
    void erasesALetterThatWasMadeBesideIt() {
        erase();
        LetterId late = LetterId.of(chat, 0);
        vault.open(ACME, late);
        now = NOW.plusSeconds(7);

        SERVICES.forEach(this::acknowledge);

        assertThat(vault.isOpen(late)).isFalse();
        Round second = new Round(request.scope(), 1);
        assertThat(requests.announced())
                .endsWith(new ErasureRequested(second.id(), ACME, List.of(late)));
        SERVICES.forEach(this::acknowledge);
        assertThat(entries()).as("answers to the first round don't stand for it").isEmpty();

        SERVICES.forEach(service -> acknowledge(second, service, Map.of(RemainsKind.LETTERS, 1)));

        var erased = (SubjectErased) entries().getFirst().fact();
        assertThat(erased.scopes()).containsEntry(ScopeKind.LETTER, 1);
        assertThat(erased.effective()).isEqualTo(now);
        assertThat(Jws.parse(erased.signed().jws()).claims())
                .contains("\"mail-dispatch-service\":{\"letters\":1}");
        assertThat(told).containsExactly(RequestStatus.IN_PROGRESS, RequestStatus.COMPLETED);
    }

    @Test
    void asksThoseAgainWhoDidNotAnswer() {
        erase();
        acknowledge(ServiceName.CHAT_SERVICE);
        assertThat(requests.reminders()).as("were asked just now").isEmpty();

        now = NOW.plus(Duration.ofMinutes(3));
        takeUp(vault);
        takeUp(vault);

        assertThat(requests.reminders()).isEqualTo(requests.announced());
        SERVICES.forEach(this::acknowledge);

        assertThat(entries()).hasSize(1);
    }

    @Test
    void leavesNoMarksWhenItIsWithdrawn() {
        requests.receive(request);
        vault.beforeMarking(() -> assertThat(withdraw()).isTrue());

        takeUp(vault);

        assertThat(vault.marked()).isEmpty();
        assertThat(vault.isOpen(chat)).isTrue();
        assertThat(requests.find(request.scope())).isEmpty();
        assertThat(told).containsExactly(RequestStatus.CANCELLED);
    }

    @Test
    void leavesNoMarksWhenItIsWithdrawnAfterTheyWereSet() {
        requests.receive(request);
        requests.beforeAdvancing(() -> assertThat(withdraw()).isTrue());

        takeUp(vault);

        assertThat(vault.marked()).isEmpty();
        assertThat(vault.isOpen(chat)).isTrue();
    }

    @Test
    void isNotWithdrawnOnceItsScopesAreKnown() {
        erase();

        assertThat(withdraw()).isFalse();
        assertThat(vault.isOpen(chat)).isFalse();
    }

    @Test
    void finishesAWithdrawalThatWasLeft() {
        requests.receive(request);
        vault.mark(Set.of(chat), request.scope());
        requests.advance(request, new Progress.Received().cancelled(null), List.of());

        takeUp(vault);

        assertThat(vault.marked()).isEmpty();
        assertThat(requests.find(request.scope())).isEmpty();
    }

    @Test
    void namesTheServicesThatNeverAnswered() {
        request = request(NOW.minus(Duration.ofHours(24)));
        requests.receive(request);
        takeUp(vault);

        var erased = (SubjectErased) entries().getFirst().fact();
        assertThat(Jws.parse(erased.signed().jws()).claims())
                .contains(SERVICES.stream().map(ServiceName::code).toList());
    }

    /** Every call to the vault, in turn, is the last thing that the process does. */
    @Test
    void isCompletedFromWhereverItWasLeft() {
        for (int last = 1; last <= 16; last++) {
            var run = new ErasureTest();
            run.aVisitorInAChat();
            run.eraseUntil(last);
            run.takeUp(run.vault);
            SERVICES.forEach(run::acknowledge);

            assertThat(run.entries()).as("left at call %s", last).hasSize(1);
            assertThat(((SubjectErased) run.entries().getFirst().fact()).scopes())
                    .as("left at call %s", last)
                    .isEqualTo(Map.of(ScopeKind.VISIT, 1, ScopeKind.CHAT, 1));
            assertThat(run.vault.isOpen(run.visit)).isFalse();
            assertThat(run.requests.noticed()).extracting(Notice::rank).containsExactly(1, 2);
        }
    }

    private void eraseUntil(int last) {
        requests.receive(request);
        try {
            takeUp(DyingVault.after(last, vault));
        } catch (DyingVault.Died _) {
            // As kill -9 would leave it.
        }
    }

    private void erase() {
        requests.receive(request);
        takeUp(vault);
    }

    private void takeUp(SubjectVault through) {
        work(through).advance(request.scope());
    }

    private void acknowledge(ServiceName service) {
        acknowledge(Round.of(request.scope()), service, Map.of());
    }

    private void acknowledge(Round round, ServiceName service, Map<RemainsKind, Integer> removed) {
        requests.acknowledge(round, service, removed);
        takeUp(vault);
    }

    private Instant now() {
        return now;
    }

    /** As another process does it. */
    private boolean withdraw() {
        try {
            return work(vault).cancel(ACME, id, TestErasure.OFFICER).status()
                    == RequestStatus.CANCELLED;
        } catch (Refusal _) {
            return false;
        }
    }

    private List<LedgerEntry> entries() {
        return ledger.entries(ACME, 0, 10);
    }

    private SubjectRequests work(SubjectVault through) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        StatusListener listener = TestErasure.telling(state -> told.add(state.status()));
        return TestErasure.on(requests, through, ledger, clock, listener);
    }

    private SubjectRequest request(Instant received) {
        return new SubjectRequest(
                requests.scopeOf(ACME, id),
                ACME,
                id,
                RequestType.ERASURE,
                Selectors.ofIds(Set.of(visit), Set.of(), Set.of()),
                List.of(),
                received,
                new Progress.Received());
    }
}
