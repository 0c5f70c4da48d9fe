package org.lethe.gdpr.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.gdpr.ledger.FakeLedger;
import org.lethe.gdpr.request.FakeRequestStore;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.AnyOf;
import org.lethe.gdpr.subject.FakeSubjectVault;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Match;
import org.lethe.gdpr.subject.Selectors;

/** A request that is taken back leaves no marks, whatever its selectors find by then. */
class WithdrawalTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Identifier HOME = new Identifier.Address(ClientAddress.of("192.0.2.7"));

    private final FakeSubjectVault vault = new FakeSubjectVault(CLOCK);
    private final FakeRequestStore store = new FakeRequestStore(CLOCK);
    private final SubjectRequests requests =
            TestErasure.on(store, vault, new FakeLedger(), CLOCK, (_, _) -> List.of());
    private final VisitId visit = Ids.visit();
    private final RequestId id = new RequestId(UUID.randomUUID().toString());

    @Test
    void takesOffMarksThoughMoreAreFoundThanAreTold() {
        marked(store.scopeOf(ACME, id));
        for (int visitor = 0; visitor <= FakeSubjectVault.MOST; visitor++) {
            VisitId other = Ids.visit();
            vault.open(ACME, other);
            vault.index(other, HOME);
        }

        assertThat(withdrawn()).isEqualTo(RequestStatus.CANCELLED);

        assertThat(vault.marked()).isEmpty();
        assertThat(store.find(store.scopeOf(ACME, id))).isEmpty();
    }

    /** Its address may have been removed since. */
    @Test
    void takesOffMarksOfWhatIsFoundNoMore() {
        marked(store.scopeOf(ACME, id));

        withdrawn();

        assertThat(vault.marked()).isEmpty();
    }

    @Test
    void leavesTheMarksOfAnotherErasure() {
        marked(Ids.erasure());

        withdrawn();

        assertThat(vault.marked()).containsExactly(visit);
    }

    private void marked(ErasureId by) {
        vault.open(ACME, visit);
        vault.mark(Set.of(visit), by);
    }

    /** Taken, and its marks are set, by a process that died. */
    private RequestStatus withdrawn() {
        var selectors =
                new Selectors(Set.of(), Set.of(), Set.of(), Set.of(AnyOf.one(HOME)), Match.ANY);
        store.receive(
                new SubjectRequest(
                        store.scopeOf(ACME, id),
                        ACME,
                        id,
                        RequestType.ERASURE,
                        selectors,
                        List.of(),
                        NOW,
                        new Progress.Received()));
        return requests.cancel(ACME, id, TestErasure.OFFICER).status();
    }
}
