package org.lethe.gdpr.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.ActingRole;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.LedgerFact.ActionTaken;
import org.lethe.contracts.event.LedgerFact.NothingErased;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.gdpr.find.ConfirmationRequired;
import org.lethe.gdpr.find.Confirmations;
import org.lethe.gdpr.ledger.FakeLedger;
import org.lethe.gdpr.request.FakeRequestStore;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.AnyOf;
import org.lethe.gdpr.subject.FakeSubjectVault;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Match;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.SuiteSecrets;
import org.lethe.runtime.problem.Refusal;

/** An address that several share. */
class ConfirmedRequestsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Identifier HOME = new Identifier.Address(ClientAddress.of("192.0.2.7"));

    private final FakeSubjectVault vault = new FakeSubjectVault(CLOCK);
    private final FakeRequestStore store = new FakeRequestStore(CLOCK);
    private final FakeLedger ledger = new FakeLedger();
    private final VisitId one = Ids.visit();
    private final VisitId other = Ids.visit();
    private final RequestId id = new RequestId(UUID.randomUUID().toString());
    private ConfirmedRequests requests;

    @BeforeEach
    void twoOfOneAddress(@TempDir Path secrets) {
        SuiteSecrets.generate(secrets);
        var kek = KeyEncryption.load(secrets.resolve(SuiteSecrets.KEY_ENCRYPTION));
        requests =
                TestErasure.confirmed(
                        TestErasure.on(store, vault, ledger, CLOCK, (_, _) -> List.of()),
                        vault,
                        ledger,
                        CLOCK,
                        new Confirmations(kek, CLOCK));
        visit(one);
        visit(other);
    }

    @ParameterizedTest
    @EnumSource
    void areRefusedUntilAllAreMeant(RequestType type) {
        ConfirmationRequired told = refused(type, null);

        assertThat(told.subjects()).isEqualTo(2);
        assertThat(vault.isOpen(one) && vault.isOpen(other)).isTrue();
        assertThat(store.open(java.time.Duration.ZERO)).isEmpty();
        assertThat(facts())
                .containsExactly(
                        new ActionTaken(
                                ActingRole.PRIVACY_OFFICER,
                                SubjectAction.SUBJECT_LOOKED_FOR,
                                id.digest(ACME),
                                NOW));

        assertThat(submit(type, told.confirmation()).found()).contains(2);
    }

    @Test
    void areNotErasedByWhatWasToldForAnAccess() {
        String toShow = refused(RequestType.ACCESS, null).confirmation();

        refused(RequestType.ERASURE, toShow);

        assertThat(vault.isOpen(one) && vault.isOpen(other)).isTrue();
        assertThat(submit(RequestType.PORTABILITY, toShow).found()).contains(2);
    }

    @Test
    void tellNoNumberThatTheAuditCannotHave() {
        ledger.setAway(true);

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> submit(RequestType.ACCESS, null));

        assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(refusal.members()).isEmpty();
    }

    @Test
    void areRefusedAgainWhenAnotherHasCome() {
        String confirmation = refused(RequestType.ERASURE, null).confirmation();
        visit(Ids.visit());

        ConfirmationRequired told = refused(RequestType.ERASURE, confirmation);

        assertThat(told.subjects()).isEqualTo(3);
        submit(RequestType.ERASURE, told.confirmation());
        assertThat(vault.isOpen(other)).isFalse();
    }

    @Test
    void areTakenWithoutOneWhereOneSubjectIsFound() {
        vault.destroy(Set.of(other));

        assertThat(submit(RequestType.ERASURE, null).hasEffect()).isTrue();
        assertThat(vault.isOpen(one)).isFalse();
    }

    @Test
    void areCompletedWhereNobodyIsFound() {
        vault.destroy(Set.of(one, other));

        RequestState state = submit(RequestType.ERASURE, null);

        assertThat(state.status()).isEqualTo(RequestStatus.COMPLETED);
        assertThat(state.found()).contains(0);
        assertThat(state.receipt()).isEmpty();
        assertThat(facts())
                .satisfiesExactly(
                        asked -> assertThat(asked).isInstanceOf(ActionTaken.class),
                        nothing -> assertThat(nothing).isInstanceOf(NothingErased.class));
    }

    @Test
    void areTheSameRequestWhenTheirTokenHasEnded() {
        String confirmation = refused(RequestType.ACCESS, null).confirmation();
        RequestState first = submit(RequestType.ACCESS, confirmation);

        RequestState again = submit(RequestType.ACCESS, null);

        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.found()).isEqualTo(first.found());
    }

    @Test
    void areTheSameRequestWhenTheSubjectHasComeBack() {
        vault.destroy(Set.of(one, other));
        RequestState first = submit(RequestType.ERASURE, null);
        VisitId again = Ids.visit();
        vault.openAt(NOW.plusSeconds(2), ACME, again);
        vault.index(again, HOME);

        assertThat(submit(RequestType.ERASURE, null)).isEqualTo(first);
        assertThat(vault.isOpen(again)).isTrue();
    }

    private List<LedgerFact> facts() {
        return ledger.entries(ACME, 0, 10).stream().map(LedgerEntry::fact).toList();
    }

    private void visit(VisitId visit) {
        vault.openAt(NOW.minusSeconds(60), ACME, visit);
        vault.index(visit, HOME);
    }

    private ConfirmationRequired refused(RequestType type, @Nullable String confirmation) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> submit(type, confirmation));
        assertThat(refusal.code()).isEqualTo(ErrorCode.CONFIRMATION_REQUIRED);
        return (ConfirmationRequired) refusal.members().orElseThrow();
    }

    private RequestState submit(RequestType type, @Nullable String confirmation) {
        var selectors =
                new Selectors(Set.of(), Set.of(), Set.of(), Set.of(AnyOf.one(HOME)), Match.ANY);
        return requests.submit(
                new SubjectRequest(
                                store.scopeOf(ACME, id),
                                ACME,
                                id,
                                type,
                                selectors,
                                List.of(),
                                NOW,
                                new Progress.Received())
                        .askedBy(TestErasure.OFFICER),
                confirmation);
    }
}
