package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.ActingRole;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.LedgerFact.ActionTaken;
import org.lethe.contracts.event.LedgerFact.Covered;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.event.LedgerFact.SubjectErased;
import org.lethe.contracts.event.LedgerFact.SubjectInformed;
import org.lethe.contracts.event.SignedReceipt;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.topic.Topic;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.contracts.tree.TreeHash;
import org.lethe.gdpr.request.RequestId;
import org.lethe.runtime.problem.Refusal;

/** What every ledger does; the fake and the one on Kafka pass it. */
abstract class LedgerContract {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final AccountId account = new AccountId("a" + UUID.randomUUID());
    private final AccountId other = new AccountId("b" + UUID.randomUUID());
    private final RequestId request = new RequestId(UUID.randomUUID().toString());

    protected abstract Ledger ledger();

    @Test
    void bindsEachEntryToTheOneBefore() {
        LedgerEntry first = ledger().append(account, counted());
        LedgerEntry second = ledger().append(account, counted());

        assertThat(first.number()).isEqualTo(1);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.digest());
        assertThat(ledger().append(other, counted()).number()).isEqualTo(1);
    }

    @Test
    void entersARequestOnce() {
        LedgerEntry first = ledger().append(account, informed());

        assertThat(ledger().append(account, erased())).isEqualTo(first);
        assertThat(ledger().entries(account, 0, 100)).containsExactly(first);
    }

    @Test
    void findsARequestForItsAccountAlone() {
        LedgerEntry entry = ledger().append(account, informed());

        assertThat(ledger().ofRequest(account, request.digest(account))).contains(entry);
        assertThat(ledger().ofRequest(other, request.digest(account))).isEmpty();
        assertThat(ledger().ofRequest(account, request.digest(other))).isEmpty();
    }

    @Test
    void findsWhatAReceiptIsOf() {
        assertThat(ledger().leafOf(request.receipt(account))).isEmpty();

        LedgerEntry entry = ledger().append(account, erased());

        assertThat(ledger().leafOf(request.receipt(account)).map(Leaf::entry)).contains(entry);
    }

    @Test
    void givesEntriesInTheirOrderAPageAtATime() {
        LedgerEntry first = ledger().append(account, counted());
        LedgerEntry second = ledger().append(account, informed());
        LedgerEntry third = ledger().append(account, counted());

        assertThat(ledger().entries(account, 0, 2)).containsExactly(first, second);
        assertThat(ledger().entries(account, 2, 2)).containsExactly(third);
        assertThat(ledger().entries(account, 3, 2)).isEmpty();
        assertThat(ledger().entries(other, 0, 2)).isEmpty();
    }

    @Test
    void entersOnceWhatCanBeDoneToARequestOnce() {
        assertThat(ledger().isEntered(action(SubjectAction.ERASURE_ASKED))).isFalse();
        LedgerEntry asked = ledger().append(account, action(SubjectAction.ERASURE_ASKED));

        assertThat(ledger().isEntered(action(SubjectAction.ERASURE_ASKED))).isTrue();
        assertThat(ledger().append(account, action(SubjectAction.ERASURE_ASKED))).isEqualTo(asked);
        assertThat(ledger().isEntered(action(SubjectAction.WITHDRAWN))).isFalse();
    }

    @Test
    void entersEachTimeThatResultsWereFetched() {
        LedgerEntry once = ledger().append(account, action(SubjectAction.RESULTS_FETCHED));
        LedgerEntry again = ledger().append(account, action(SubjectAction.RESULTS_FETCHED));

        assertThat(ledger().actions(account, 0, 10)).containsExactly(once, again);
    }

    /** What was asked for is not yet done. */
    @Test
    void takesNoActionForTheEndOfARequest() {
        ledger().append(account, action(SubjectAction.ACCESS_ASKED));
        assertThat(ledger().ofRequest(account, request.digest(account))).isEmpty();

        LedgerEntry end = ledger().append(account, informed());
        assertThat(ledger().ofRequest(account, request.digest(account))).contains(end);
    }

    @Test
    void givesActionsAloneAPageAtATime() {
        ledger().append(account, counted());
        LedgerEntry first = ledger().append(account, action(SubjectAction.ACCESS_ASKED));
        ledger().append(account, informed());
        LedgerEntry second = ledger().append(account, action(SubjectAction.RESULTS_FETCHED));

        assertThat(ledger().actions(account, 0, 1)).containsExactly(first);
        assertThat(ledger().actions(account, first.number(), 10)).containsExactly(second);
        assertThat(ledger().actions(account, second.number(), 10)).isEmpty();
        assertThat(ledger().actions(other, 0, 10)).isEmpty();
    }

    private LedgerFact action(SubjectAction action) {
        return new ActionTaken(ActingRole.STAFF, action, request.digest(account), NOW);
    }

    @Test
    void hasEachEntryInTheTreeAsItStandsThere() {
        long before = ledger().tree(0).size();
        ledger().append(account, counted());
        ledger().append(other, counted());
        ledger().append(account, erased());

        MerkleTree tree = ledger().tree(before + 3);
        List<Leaf> leaves = ledger().leaves(account, 0, 10);
        assertThat(leaves).hasSize(2);
        for (Leaf leaf : leaves) {
            byte[] record = leaf.record().getBytes(StandardCharsets.UTF_8);
            assertThat(
                            tree.inclusion(leaf.index(), tree.size())
                                    .proves(TreeHash.leaf(record), tree.root()))
                    .isTrue();
            assertThat(EventCodec.decode(record))
                    .isInstanceOfSatisfying(
                            Decoded.Understood.class,
                            read -> assertThat(read.event().data()).isEqualTo(leaf.entry()));
        }
    }

    @Test
    void growsAndNeverChangesWhatWasThere() {
        ledger().append(account, counted());
        MerkleTree first = ledger().tree(1);
        ledger().append(account, counted());
        MerkleTree second = ledger().tree(first.size() + 1);

        assertThat(
                        second.consistency(first.size(), second.size())
                                .proves(first.root(), second.root()))
                .isTrue();
    }

    @Test
    void countsWhatIsNotCoveredOnce() {
        LedgerEntry first = ledger().count(account, coverage -> covered(coverage, 5)).orElseThrow();

        assertThat(ledger().count(account, coverage -> covered(coverage, 5))).isEmpty();
        LedgerEntry second =
                ledger().count(account, coverage -> covered(coverage, 9)).orElseThrow();
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(ledger().count(other, coverage -> covered(coverage, 5))).isPresent();
    }

    @Test
    void takesNoCountOfWhatIsCovered() {
        ledger().count(account, coverage -> covered(coverage, 5));

        assertThatThrownBy(() -> ledger().count(account, _ -> Optional.of(range(4, 9))))
                .isInstanceOf(Refusal.class);
        assertThat(ledger().entries(account, 0, 10)).hasSize(1);
    }

    private static Optional<ScopesDestroyed> covered(Coverage coverage, long until) {
        long from = coverage.until(new Place(Topic.VISITS, 3));
        return from < until ? Optional.of(range(from, until)) : Optional.empty();
    }

    private static ScopesDestroyed range(long from, long until) {
        return new ScopesDestroyed(
                NOW, NOW, Map.of(), List.of(new Covered(Topic.VISITS, 3, from, until)));
    }

    private static LedgerFact counted() {
        return new ScopesDestroyed(NOW, NOW, Map.of());
    }

    private LedgerFact informed() {
        return new SubjectInformed(request.digest(account), NOW, NOW, Map.of());
    }

    private LedgerFact erased() {
        return new SubjectErased(
                request.digest(account),
                request.receipt(account),
                NOW,
                NOW,
                NOW,
                Map.of(),
                new SignedReceipt("a.b.c"));
    }
}
