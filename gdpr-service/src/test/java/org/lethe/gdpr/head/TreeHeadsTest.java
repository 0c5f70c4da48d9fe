package org.lethe.gdpr.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lethe.gdpr.subject.Ids.ACME;
import static org.lethe.gdpr.subject.Ids.GLOBEX;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.tree.TreeHead;
import org.lethe.gdpr.ledger.FakeLedger;
import org.lethe.gdpr.receipt.TestKeys;
import org.lethe.runtime.fixture.TestClock;
import org.lethe.runtime.problem.Refusal;

/** When heads are published, by one replica and by two, and when none may be. */
class TreeHeadsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock();
    private final FakeLedger ledger = new FakeLedger();
    private final HeadSigner signer = TestKeys.headSigner();
    private final FakeHeadLog log = new FakeHeadLog(signer);
    private final TreeHeads heads = over(ledger);

    @Test
    void publishesAtTheStartAndThenOnceAnIntervalWhileThereIsSomethingNew() {
        heads.publishWhenDue();
        assertThat(sizes()).containsExactly(0L);

        enter();
        heads.publishWhenDue();
        assertThat(sizes()).as("not due").containsExactly(0L);

        clock.advance(INTERVAL);
        heads.publishWhenDue();
        clock.advance(INTERVAL);
        heads.publishWhenDue();
        assertThat(sizes()).as("nothing new").containsExactly(0L, 1L);
    }

    @Test
    void publishesOneForALeafThatNoneHasYet() {
        enter();
        heads.publishWhenDue();
        enter();

        assertThat(heads.covering(0).head().size()).isEqualTo(1);
        assertThat(heads.covering(1).head().size()).isEqualTo(2);
        assertThat(heads.covering(1).head().size()).isEqualTo(2);
        assertThat(sizes()).containsExactly(1L, 2L);
    }

    @Test
    void signsTheSameAsAnotherReplica() {
        TreeHeads other = over(ledger);
        enter();
        enter();
        heads.publishWhenDue();
        other.publishWhenDue();
        enter();
        clock.advance(INTERVAL);
        other.publishWhenDue();
        heads.publishWhenDue();

        assertThat(sizes()).containsExactly(2L, 3L);
        assertThat(log.from(0, 10).heads())
                .allSatisfy(head ->
                        assertThat(head.head().root())
                                .isEqualTo(ledger.tree(0).root(head.head().size())));
    }

    @Test
    void signsNothingOverAHistoryThatWasRewritten() {
        enter();
        heads.publishWhenDue();
        var rewritten = new FakeLedger();
        rewritten.append(GLOBEX, counted());
        rewritten.append(GLOBEX, counted());
        TreeHeads after = over(rewritten);

        after.publishWhenDue();

        assertThat(sizes()).containsExactly(1L);
        assertThatThrownBy(() -> after.covering(1)).isInstanceOf(Refusal.class);
        assertThat(after.newest().head().size()).isEqualTo(1);
    }

    @Test
    void signsNothingOverALedgerWithoutItsTail() {
        enter();
        enter();
        heads.publishWhenDue();
        var cut = new FakeLedger();
        cut.append(ACME, counted());

        over(cut).publishWhenDue();

        assertThat(sizes()).containsExactly(2L);
    }

    @Test
    void signsNothingWhereNoneOfTheHeadsIsOfOurKeys() {
        enter();
        for (int i = 0; i < 60; i++) {
            log.publish(TestKeys.headSigner().sign(new TreeHead(1, ledger.tree(0).root(), NOW)));
        }

        heads.publishWhenDue();

        assertThat(sizes()).isEmpty();
        assertThatThrownBy(heads::newest).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> heads.covering(0)).isInstanceOf(Refusal.class);
    }

    @Test
    void beginsOverEntriesOfBeforeWhileNothingWasEverPublished() {
        enter();
        enter();

        heads.publishWhenDue();

        assertThat(sizes()).containsExactly(2L);
    }

    @Test
    void signsNothingThatContradictsWhatItSignedThoughTheHeadsAreGone() {
        enter();
        heads.publishWhenDue();
        log.makeAnew();
        ledger.makeAnew();
        ledger.append(GLOBEX, counted());
        ledger.append(GLOBEX, counted());
        clock.advance(INTERVAL);

        heads.publishWhenDue();

        assertThat(sizes()).isEmpty();
        assertThat(heads.newest().head().size()).isEqualTo(1);
        assertThatThrownBy(() -> heads.covering(1)).isInstanceOf(Refusal.class);
    }

    @Test
    void beginsTheHeadsAnewOverWhatItSignedGrown() {
        enter();
        heads.publishWhenDue();
        log.makeAnew();
        enter();
        clock.advance(INTERVAL);

        heads.publishWhenDue();

        assertThat(sizes()).containsExactly(2L);
    }

    @Test
    void hasTheNewestInMemoryAndSoonThatOfAnotherReplica() {
        TreeHeads other = over(ledger);
        enter();
        heads.publishWhenDue();
        assertThat(heads.newest().head().size()).isEqualTo(1);
        enter();
        assertThat(other.covering(1).head().size()).isEqualTo(2);

        assertThat(heads.newest().head().size()).isEqualTo(1);
        heads.publishWhenDue();
        assertThat(heads.newest().head().size()).as("looked for, not due").isEqualTo(2);
        assertThat(sizes()).containsExactly(1L, 2L);
    }

    @Test
    void isNotTakenForAReceiptAndNotOfOtherKeys() {
        TreeHead head = new TreeHead(3, ledger.tree(0).root(), NOW);

        assertThat(signer.read(signer.sign(head))).contains(head);
        assertThat(TestKeys.headSigner().read(signer.sign(head))).isEmpty();
    }

    private void enter() {
        ledger.append(ACME, counted());
    }

    private List<Long> sizes() {
        return log.from(0, 100).heads().stream().map(head -> head.head().size()).toList();
    }

    private TreeHeads over(FakeLedger records) {
        return new TreeHeads(records, log, signer, INTERVAL, clock);
    }

    private static ScopesDestroyed counted() {
        return new ScopesDestroyed(NOW, NOW, Map.of());
    }
}
