package org.lethe.gdpr.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.ActingRole;
import org.lethe.contracts.event.LedgerFact.ActionTaken;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.ledger.FakeLedger;
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
import org.lethe.gdpr.subject.SelectorKind;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.UnreadableCause;
import org.lethe.runtime.problem.Refusal;

/** Four eyes: what staff ask for that may not act alone. */
class PetitionsTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant TOO_LATE = START.plus(Duration.ofHours(23)).plusSeconds(1);
    private static final Author SARA = staff();
    private static final Author STEFAN = staff();
    private static final AccountId NONE = new AccountId("never-was");

    private final FakeSubjectVault vault = new FakeSubjectVault(Clock.fixed(START, ZoneOffset.UTC));
    private final FakeRequestStore store = new FakeRequestStore(Clock.fixed(START, ZoneOffset.UTC));
    private final FakeLedger ledger = new FakeLedger();
    private final AccountDirectory accounts = TestErasure.accounts();
    private final List<RequestStatus> told = new ArrayList<>();
    private final VisitId visit = Ids.visit();
    private final RequestId id = new RequestId(UUID.randomUUID().toString());

    @BeforeEach
    void aVisit() {
        vault.open(ACME, visit);
    }

    /** Who looked would be refused. */
    @Test
    void looksNothingUpUntilAnotherConfirms() {
        vault.setAway(true);

        assertThat(submit(ACME, SARA).status()).isEqualTo(RequestStatus.PENDING);
        assertThat(submit(ACME, SARA).status()).isEqualTo(RequestStatus.PENDING);
        takeUp(START.plusSeconds(60));

        vault.setAway(false);
        assertThat(vault.isOpen(visit)).isTrue();
        assertThat(actions(ACME)).containsExactly(SubjectAction.ERASURE_ASKED);
    }

    @Test
    void erasesWhenAnotherOfTheStaffConfirms() {
        submit(ACME, SARA);

        assertThat(at(START).confirm(ACME, id, STEFAN).hasEffect()).isTrue();
        assertThat(vault.isOpen(visit)).isFalse();
        takeUp(START.plusSeconds(60));
        assertThat(actions(ACME))
                .containsExactly(SubjectAction.ERASURE_ASKED, SubjectAction.CONFIRMED);
    }

    @Test
    void erasesWhenTheAccountsOfficerConfirmsOrAsksForTheSame() {
        submit(ACME, SARA);

        assertThat(submit(ACME, TestErasure.OFFICER).hasEffect()).isTrue();
        assertThat(vault.isOpen(visit)).isFalse();
    }

    @Test
    void refusesTheOneWhoAsked() {
        submit(ACME, SARA);

        refused(() -> at(START).confirm(ACME, id, SARA), ErrorCode.SECOND_PERSON_REQUIRED);
        assertThat(vault.isOpen(visit)).isTrue();
    }

    @Test
    void isConfirmedOnce() {
        submit(ACME, SARA);
        store.beforeAdvancing(() -> at(START).confirm(ACME, id, TestErasure.OFFICER));

        refused(() -> at(START).confirm(ACME, id, STEFAN), ErrorCode.CONFLICT);

        assertThat(vault.isOpen(visit)).isFalse();
        takeUp(START.plusSeconds(60));
        assertThat(ledger.actions(ACME, 0, 10))
                .extracting(entry -> ((ActionTaken) entry.fact()).by())
                .containsExactly(ActingRole.STAFF, ActingRole.PRIVACY_OFFICER);
    }

    /** Whoever confirmed it may have died. */
    @Test
    void goesOnAfterACrash() {
        submit(ACME, SARA);
        vault.setAway(true);
        refused(() -> at(START).confirm(ACME, id, STEFAN), ErrorCode.UNAVAILABLE);
        vault.setAway(false);

        takeUp(START.plusSeconds(5));

        assertThat(vault.isOpen(visit)).isFalse();
    }

    @Test
    void runsOutByItself() {
        submit(ACME, SARA);

        refused(() -> at(TOO_LATE).confirm(ACME, id, STEFAN), ErrorCode.CONFLICT);
        takeUp(TOO_LATE);

        assertThat(told).containsExactly(RequestStatus.CANCELLED);
        assertThat(at(TOO_LATE).find(ACME, id)).isEmpty();
        assertThat(vault.isOpen(visit)).isTrue();
        assertThat(actions(ACME)).containsExactly(SubjectAction.ERASURE_ASKED);
    }

    @Test
    void isWithdrawnByWhoAskedOrByTheAccountAndByNoOtherStaff() {
        submit(ACME, SARA);

        refused(() -> at(START).cancel(ACME, id, STEFAN), ErrorCode.NOT_FOUND);
        assertThat(at(START).find(ACME, id, STEFAN)).isEmpty();
        assertThat(at(START).find(ACME, id, SARA)).isPresent();
        assertThat(at(START).cancel(ACME, id, SARA).status()).isEqualTo(RequestStatus.CANCELLED);
        refused(() -> at(START).confirm(ACME, id, STEFAN), ErrorCode.NOT_FOUND);
    }

    /** Closed, or never there: to who asks it is as an account that does not let them act. */
    @Test
    void takesARequestForNoAccountAlike() {
        RequestState there = submit(ACME, SARA);
        RequestState nowhere = submit(NONE, SARA);

        assertThat(nowhere.status()).isEqualTo(there.status());
        refused(() -> at(START).confirm(NONE, id, SARA), ErrorCode.SECOND_PERSON_REQUIRED);
        refused(() -> at(START).confirm(NONE, id, STEFAN), ErrorCode.NOT_FOUND);
        at(START.plusSeconds(60)).advance(store.scopeOf(NONE, id));
        assertThat(at(START).cancel(NONE, id, SARA).status()).isEqualTo(RequestStatus.CANCELLED);
        assertThat(ledger.entries(NONE, 0, 10)).isEmpty();
    }

    /** What staff asked for ends with its receipt, whoever can say how the account is set. */
    @Test
    void endsAsAnyOtherWhereTheAccountCanNotBeOpened() {
        submit(ACME, SARA);
        accounts.setUnreadable(Map.of(ACME, UnreadableCause.DAMAGED));

        assertThat(at(START).confirm(ACME, id, STEFAN).hasEffect()).isTrue();
        takeUp(TOO_LATE);

        assertThat(told).endsWith(RequestStatus.COMPLETED);
        assertThat(actions(ACME))
                .containsExactly(SubjectAction.ERASURE_ASKED, SubjectAction.CONFIRMED);
    }

    /** It would tell whether something of the subject is open. */
    @Test
    void isNotAnsweredFromWhatIsCompleted() {
        vault.destroy(Set.of(visit));
        submit(ACME, TestErasure.OFFICER);

        refused(() -> submit(ACME, SARA), ErrorCode.CONFLICT);
    }

    @Test
    void takesNobodyElsesRequestForOnesOwn() {
        submit(ACME, SARA);

        refused(() -> submit(ACME, STEFAN), ErrorCode.CONFLICT);
    }

    @Test
    void confirmsNothingThatNeedsNoConfirmation() {
        vault.setAway(true);
        refused(() -> submit(ACME, TestErasure.OFFICER), ErrorCode.UNAVAILABLE);

        refused(() -> at(START).confirm(ACME, id, STEFAN), ErrorCode.NOT_FOUND);
    }

    /** What it is, and no more; to who asked not even that, as they can't confirm it. */
    @Test
    void isToldToWhoMayConfirmIt() {
        submit(ACME, SARA);

        var told =
                new WaitingRequest(
                        id,
                        RequestType.ERASURE,
                        START,
                        START.plus(Duration.ofHours(23)),
                        Map.of(SelectorKind.VISIT, 1));
        assertThat(waiting(START).of(ACME)).containsExactly(told);
        assertThat(waiting(START).of(NONE)).isEmpty();
        assertThat(waiting(START).find(ACME, id, STEFAN)).isEqualTo(told);
        assertThat(waiting(START).find(ACME, id, TestErasure.OFFICER)).isEqualTo(told);
        refused(() -> waiting(START).find(ACME, id, SARA), ErrorCode.SECOND_PERSON_REQUIRED);
        assertThat(actions(ACME)).isEmpty();
    }

    @Test
    void isToldNoLongerThanItWaits() {
        submit(ACME, SARA);

        assertThat(waiting(TOO_LATE).of(ACME)).isEmpty();
        refused(() -> waiting(TOO_LATE).find(ACME, id, STEFAN), ErrorCode.CONFLICT);

        at(START).confirm(ACME, id, STEFAN);
        assertThat(waiting(START).of(ACME)).isEmpty();
        refused(() -> waiting(START).find(ACME, id, STEFAN), ErrorCode.CONFLICT);
    }

    /** The second learns that it is no account, as by a confirmation; the first never does. */
    @Test
    void isToldOfNoAccountAsItIsConfirmed() {
        submit(NONE, SARA);

        refused(() -> waiting(START).find(NONE, id, SARA), ErrorCode.SECOND_PERSON_REQUIRED);
        refused(() -> waiting(START).find(NONE, id, STEFAN), ErrorCode.NOT_FOUND);
    }

    private WaitingRequests waiting(Instant now) {
        var patience = new Patience(new TestConfig(), Clock.fixed(now, ZoneOffset.UTC));
        return new WaitingRequests(store, at(now), patience);
    }

    private static Author staff() {
        return new Author(ActingRole.STAFF, START, new OperatorId(UUID.randomUUID().toString()));
    }

    private RequestState submit(AccountId account, Author by) {
        return at(START)
                .submit(
                        new SubjectRequest(
                                        store.scopeOf(account, id),
                                        account,
                                        id,
                                        RequestType.ERASURE,
                                        Selectors.ofIds(Set.of(visit), Set.of(), Set.of()),
                                        List.of(),
                                        START,
                                        new Progress.Received())
                                .askedBy(by));
    }

    private void takeUp(Instant now) {
        at(now).advance(store.scopeOf(ACME, id));
    }

    private List<SubjectAction> actions(AccountId account) {
        return ledger.actions(account, 0, 10).stream()
                .map(entry -> ((ActionTaken) entry.fact()).action())
                .toList();
    }

    private SubjectRequests at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return TestErasure.on(
                store,
                vault,
                ledger,
                clock,
                TestErasure.telling(state -> told.add(state.status())),
                accounts);
    }

    private static void refused(ThrowingCallable call, ErrorCode code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .matches(refusal -> refusal.code() == code);
    }
}
