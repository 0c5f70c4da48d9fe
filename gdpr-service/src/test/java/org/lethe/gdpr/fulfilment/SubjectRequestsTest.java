package org.lethe.gdpr.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.ledger.FakeLedger;
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

class SubjectRequestsTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private final FakeSubjectVault vault = new FakeSubjectVault(CLOCK);
    private final FakeRequestStore store = new FakeRequestStore(CLOCK);
    private final List<RequestState> told = new ArrayList<>();
    private final SubjectRequests requests =
            TestErasure.on(store, vault, new FakeLedger(), CLOCK, TestErasure.telling(told::add));
    private final VisitId visit = Ids.visit();
    private final RequestId id = new RequestId(UUID.randomUUID().toString());

    @BeforeEach
    void aVisit() {
        vault.open(ACME, visit);
    }

    @Test
    void refusesAnErasureThatHasNoEffectYet() {
        vault.setAway(true);
        isRefused(RequestType.ERASURE, visit, ErrorCode.UNAVAILABLE);

        vault.setAway(false);

        assertThat(submit(RequestType.ERASURE, visit).hasEffect()).isTrue();
        assertThat(vault.isOpen(visit)).isFalse();
    }

    @Test
    void answersARepeatedErasureWithTheFirst() {
        VisitId gone = Ids.visit();
        RequestState first = submit(RequestType.ERASURE, gone);
        assertThat(first.status()).isEqualTo(RequestStatus.COMPLETED);

        assertThat(submit(RequestType.ERASURE, gone)).isEqualTo(first);
    }

    @Test
    void refusesAnErasureUnderTheIdOfACompletedOneThatWasNotAboutIt() {
        submit(RequestType.ERASURE, Ids.visit());

        isRefused(RequestType.ERASURE, visit, ErrorCode.CONFLICT);
        assertThat(vault.isOpen(visit)).isTrue();
    }

    @Test
    void refusesAnotherTypeUnderTheIdOfACompletedRequest() {
        VisitId gone = Ids.visit();
        submit(RequestType.ACCESS, gone);

        isRefused(RequestType.ERASURE, gone, ErrorCode.CONFLICT);
        assertThat(submit(RequestType.ACCESS, gone).status()).isEqualTo(RequestStatus.COMPLETED);
    }

    @Test
    void carriesARequestInsteadOfLookingItUp() {
        RequestState received = submit(RequestType.ERASURE, visit);
        assertThat(received.hasEffect()).isTrue();
        assertThat(received.missing()).isNotEmpty();

        assertThat(submit(RequestType.ERASURE, visit)).isEqualTo(received);
        assertThat(store.lookups()).isZero();

        assertThat(requests.find(ACME, id)).contains(received);
        assertThat(store.lookups()).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfACompletedRequestWhatItsStatusSays(RequestType type) {
        submit(type, Ids.visit());

        assertThat(told.getLast().status()).isEqualTo(RequestStatus.COMPLETED);
        assertThat(requests.find(ACME, id)).contains(told.getLast());
    }

    private void isRefused(RequestType type, VisitId about, ErrorCode code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> submit(type, about))
                .matches(refusal -> refusal.code() == code);
    }

    private RequestState submit(RequestType type, VisitId about) {
        var selectors = Selectors.ofIds(Set.of(about), Set.of(), Set.of());
        return requests.submit(
                new SubjectRequest(
                        store.scopeOf(ACME, id),
                        ACME,
                        id,
                        type,
                        selectors,
                        List.of(),
                        CLOCK.instant(),
                        new Progress.Received()));
    }
}
