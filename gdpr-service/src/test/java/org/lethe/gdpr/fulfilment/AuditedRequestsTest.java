package org.lethe.gdpr.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.contracts.event.ActingRole;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.LedgerFact.ActionTaken;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.ledger.FakeLedger;
import org.lethe.gdpr.request.Acknowledgements.Round;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.request.FakeRequestStore;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.FakeSubjectVault;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.runtime.problem.Refusal;

/** What the ledger tells of who asked. */
class AuditedRequestsTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final Author STAFF = new Author(ActingRole.STAFF, START);

    private final FakeSubjectVault vault = new FakeSubjectVault(Clock.fixed(START, ZoneOffset.UTC));
    private final FakeRequestStore store = new FakeRequestStore(Clock.fixed(START, ZoneOffset.UTC));
    private final FakeLedger ledger = new FakeLedger();
    private final VisitId visit = Ids.visit();
    private final RequestId id = new RequestId(UUID.randomUUID().toString());

    @BeforeEach
    void aVisit() {
        vault.open(ACME, visit);
    }

    @Test
    void tellsWhoAskedForAnErasureBeforeItTellsItsEnd() {
        at(START).submit(request(RequestType.ERASURE).askedBy(STAFF));
        acknowledge();

        assertThat(facts())
                .satisfiesExactly(
                        asked ->
                                assertThat(asked)
                                        .isEqualTo(
                                                new ActionTaken(
                                                        ActingRole.STAFF,
                                                        SubjectAction.ERASURE_ASKED,
                                                        id.digest(ACME),
                                                        START)),
                        erased -> assertThat(erased).isInstanceOf(LedgerFact.SubjectErased.class));
    }

    /** Nobody's erasure waits for the ledger. */
    @Test
    void letsAnErasureHaveEffectWhileNothingCanBeEntered() {
        ledger.setAway(true);
        RequestState asked = at(START).submit(request(RequestType.ERASURE).askedBy(STAFF));

        assertThat(asked.hasEffect()).isTrue();
        assertThat(vault.isOpen(visit)).isFalse();

        ledger.setAway(false);
        acknowledge();

        assertThat(actions()).containsExactly(SubjectAction.ERASURE_ASKED);
        assertThat(ledger.ofRequest(ACME, id.digest(ACME))).isPresent();
    }

    @Test
    void doesNotWaitForAServiceThatIsDown() {
        at(START).submit(request(RequestType.ERASURE).askedBy(STAFF));
        assertThat(actions()).isEmpty();

        takeUp(START.plus(Duration.ofMinutes(1)));
        takeUp(START.plus(Duration.ofMinutes(2)));

        assertThat(actions()).containsExactly(SubjectAction.ERASURE_ASKED);
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfEachTypeThatFoundNothing(RequestType type) {
        vault.destroy(Set.of(visit));
        at(START).submit(request(type).askedBy(STAFF));
        at(START).submit(request(type).askedBy(STAFF));

        assertThat(actions()).hasSize(1);
        assertThat(facts()).hasSize(2);
    }

    /** Who may see something is entered first. */
    @Test
    void answersNoAccessRequestThatCannotBeEntered() {
        ledger.setAway(true);
        at(START).submit(request(RequestType.ACCESS).askedBy(STAFF));

        assertThat(at(START).find(ACME, id).map(RequestState::resultsWait)).contains(false);
    }

    @Test
    void tellsOfEachFetchOfResultsBeforeAnythingIsSeen() {
        at(START).submit(request(RequestType.ACCESS).askedBy(STAFF));
        InformSubject access =
                TestErasure.access(
                        store,
                        vault,
                        ledger,
                        Clock.fixed(START, ZoneOffset.UTC),
                        (_, _) -> List.of());

        access.results(ACME, id, STAFF);
        access.results(ACME, id, STAFF);
        ledger.setAway(true);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> access.results(ACME, id, STAFF));
        ledger.setAway(false);

        assertThat(actions())
                .containsExactly(
                        SubjectAction.ACCESS_ASKED,
                        SubjectAction.RESULTS_FETCHED,
                        SubjectAction.RESULTS_FETCHED);
    }

    @Test
    void tellsNothingOfWhatTheSubjectAskedFor() {
        at(START).submit(request(RequestType.ERASURE));
        acknowledge();

        assertThat(actions()).isEmpty();
        assertThat(facts()).hasSize(1);
    }

    @Test
    void tellsOfAWithdrawalWhoeverEndsIt() {
        vault.setAway(true);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> at(START).submit(request(RequestType.ERASURE).askedBy(STAFF)));
        vault.setAway(false);
        ledger.setAway(true);
        var officer = new Author(ActingRole.PRIVACY_OFFICER, START.plusSeconds(5));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> at(START).cancel(ACME, id, officer));
        assertThat(at(START).find(ACME, id).map(RequestState::status))
                .contains(RequestStatus.CANCELLED);

        ledger.setAway(false);
        takeUp(START.plus(Duration.ofMinutes(1)));

        assertThat(facts())
                .extracting(fact -> ((ActionTaken) fact).by())
                .containsExactly(ActingRole.STAFF, ActingRole.PRIVACY_OFFICER);
        assertThat(actions()).containsExactly(SubjectAction.ERASURE_ASKED, SubjectAction.WITHDRAWN);
        assertThat(at(START).find(ACME, id)).isEmpty();
    }

    private void acknowledge() {
        for (ServiceName service : ServiceName.values()) {
            store.acknowledge(new Round(store.scopeOf(ACME, id), 0), service, Map.of());
        }
        takeUp(START.plus(Duration.ofSeconds(1)));
    }

    private void takeUp(Instant now) {
        at(now).advance(store.scopeOf(ACME, id));
    }

    private List<SubjectAction> actions() {
        return facts().stream()
                .flatMap(fact ->
                        fact instanceof ActionTaken taken
                                ? Stream.of(taken.action())
                                : Stream.empty())
                .toList();
    }

    private List<LedgerFact> facts() {
        return ledger.entries(ACME, 0, 10).stream().map(LedgerEntry::fact).toList();
    }

    private SubjectRequests at(Instant now) {
        return TestErasure.on(
                store, vault, ledger, Clock.fixed(now, ZoneOffset.UTC), (_, _) -> List.of());
    }

    private SubjectRequest request(RequestType type) {
        return new SubjectRequest(
                store.scopeOf(ACME, id),
                ACME,
                id,
                type,
                Selectors.ofIds(Set.of(visit), Set.of(), Set.of()),
                List.of(),
                START,
                new Progress.Received());
    }
}
