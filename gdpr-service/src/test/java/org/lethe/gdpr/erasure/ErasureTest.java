package org.lethe.gdpr.erasure;

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
import org.lethe.contracts.event.LedgerFact.SubjectErased;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.ledger.FakeLedger;
import org.lethe.gdpr.receipt.Jws;
import org.lethe.gdpr.receipt.TestKeys;
import org.lethe.gdpr.request.FakeRequestStore;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.FakeSubjectVault;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.gdpr.subject.SubjectVault;

class ErasureTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Set<ServiceName> SERVICES =
            EnumSet.complementOf(EnumSet.of(ServiceName.GDPR_SERVICE));

    private final FakeSubjectVault vault = new FakeSubjectVault();
    private final FakeRequestStore requests = new FakeRequestStore();
    private final FakeLedger ledger = new FakeLedger();
    private final List<RequestStatus> told = new ArrayList<>();
    private final VisitId visit = Ids.visit();
    private final ChatId chat = Ids.chat();
    private final RequestId id = new RequestId(UUID.randomUUID().toString());
    private SubjectRequest request = request(NOW);

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
    void completesAtOnceWhenNothingIsHeld() {
        vault.destroy(Set.of(visit, chat));

        erase();

        assertThat(requests.announced()).isEmpty();
        assertThat(((SubjectErased) entries().getFirst().fact()).scopes()).isEmpty();
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

        SERVICES.forEach(this::acknowledge);

        assertThat(vault.isOpen(late)).isFalse();
        assertThat(((SubjectErased) entries().getFirst().fact()).scopes())
                .containsEntry(ScopeKind.LETTER, 1);
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
        for (int last = 1; last <= 12; last++) {
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
        erasure(through).advance(request.scope());
    }

    private void acknowledge(ServiceName service) {
        requests.acknowledge(request.scope(), service, Map.of());
        takeUp(vault);
    }

    private List<LedgerEntry> entries() {
        return ledger.entries(ACME, 0, 10);
    }

    private EraseSubject erasure(SubjectVault through) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var scopes = new SubjectScopes(through);
        var completion =
                new CompleteErasure(
                        requests,
                        through,
                        new ReadBack(scopes, through),
                        new IssueReceipt(TestKeys.receiptSigner(), ledger, clock),
                        (_, status, _) -> told.add(status),
                        new TestConfig(),
                        clock);
        return new EraseSubject(
                requests, scopes, through, completion, (_, status, _) -> told.add(status), clock);
    }

    private SubjectRequest request(Instant received) {
        return new SubjectRequest(
                requests.scopeOf(ACME, id),
                ACME,
                id,
                RequestType.ERASURE,
                new Selectors(Set.of(visit), Set.of(), Set.of()),
                List.of(),
                received,
                new Progress.Received());
    }

    private record TestConfig() implements ErasureConfig {

        @Override
        public Duration expectedTime() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration resumeAfter() {
            return Duration.ZERO;
        }

        @Override
        public Duration sweepInterval() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration answersAwaited() {
            return Duration.ofHours(23);
        }
    }
}
