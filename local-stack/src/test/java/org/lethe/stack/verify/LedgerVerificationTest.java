package org.lethe.stack.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.WireFormat;

/** A flipped byte, a cut tail and a rewritten history are each found and named. */
class LedgerVerificationTest {

    private final TestLedger ledger = new TestLedger();
    private final LedgerVerification verification = new LedgerVerification(ledger.keys());

    @BeforeEach
    void grow() {
        ledger.head();
        ledger.count();
        ledger.countOfAnother();
        ledger.head();
        ledger.erase();
        ledger.count();
        ledger.head();
    }

    @Test
    void takesAGoodOne() throws Exception {
        assertThat(kinds(ledger.export())).isEmpty();

        String written = WireFormat.mapper().writeValueAsString(ledger.export());
        assertThat(kinds(WireFormat.mapper().readValue(written, LedgerExport.class))).isEmpty();
    }

    @Test
    void takesOneThatHasGrownSinceItWasKept() {
        LedgerExport kept = ledger.export();
        ledger.count();
        ledger.head();

        assertThat(verification.verify(ledger.export(), kept)).isEmpty();
    }

    @Test
    void namesAFlippedByte() {
        LedgerExport good = ledger.export();
        LedgerExport.Entry first = good.entries().getFirst();
        var entries = new ArrayList<>(good.entries());
        entries.set(
                0,
                new LedgerExport.Entry(
                        first.record().replace("/lethe/gdpr", "/lethe/gdps"), first.proof()));

        assertThat(verification.verify(with(entries), LedgerExport.NONE))
                .singleElement()
                .satisfies(found -> assertThat(found.kind()).isEqualTo(Finding.Kind.CHANGED))
                .asString()
                .contains("leaf 0");
    }

    @Test
    void namesAnEntryThatIsMissing() {
        var entries = new ArrayList<>(ledger.export().entries());
        entries.remove(1);

        assertThat(kinds(with(entries))).containsExactly(Finding.Kind.MISSING);
    }

    @Test
    void namesATailThatTheRunningLedgerNoLongerHas() {
        LedgerExport good = ledger.export();
        var cut = new TestLedger();
        cut.count();
        cut.countOfAnother();
        LedgerExport left =
                new LedgerExport(
                        good.heads(), cut.export().growth(), good.entries().subList(0, 1), true);

        assertThat(kinds(left)).contains(Finding.Kind.CUT);
    }

    @Test
    void namesATailThatWasCutWithItsHeads() {
        LedgerExport kept = ledger.export();
        TestLedger cut = ledger.anew();
        cut.head();
        cut.count();
        cut.countOfAnother();
        cut.head();

        assertThat(kinds(cut.export())).as("alone it is good").isEmpty();
        assertThat(verification.verify(cut.export(), kept))
                .extracting(Finding::kind)
                .containsOnly(Finding.Kind.CUT);
    }

    @Test
    void namesAHistoryThatWasRewritten() {
        LedgerExport kept = ledger.export();
        TestLedger rewritten = ledger.anew();
        for (int i = 0; i < 9; i++) {
            rewritten.count();
        }
        rewritten.head();

        assertThat(kinds(rewritten.export())).as("alone it is good").isEmpty();
        assertThat(verification.verify(rewritten.export(), kept))
                .extracting(Finding::kind)
                .contains(Finding.Kind.REWRITTEN);
    }

    @Test
    void namesAHistoryThatWasRewrittenAtTheSameLength() {
        LedgerExport kept = ledger.export();
        TestLedger rewritten = ledger.anew();
        for (int i = 0; i < 4; i++) {
            rewritten.count();
        }
        rewritten.head();

        assertThat(verification.verify(rewritten.export(), kept))
                .extracting(Finding::kind)
                .contains(Finding.Kind.REWRITTEN);
    }

    @Test
    void namesEntriesThatAreAllHidden() {
        LedgerExport kept = ledger.export();

        assertThat(verification.verify(with(List.of()), kept))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.CUT);
    }

    @Test
    void namesNothingWhereEntriesWereNotAskedFor() {
        LedgerExport kept = ledger.export();
        LedgerExport heads = new LedgerExport(kept.heads(), kept.growth(), List.of(), false);

        assertThat(verification.verify(heads, kept)).isEmpty();
    }

    @Test
    void namesANewChainAtTheEndThatIsShownForTheOldOne() {
        LedgerExport kept = ledger.export();
        ledger.beginAnew();
        for (int i = 0; i < 4; i++) {
            ledger.count();
        }
        ledger.head();

        assertThat(kinds(ledger.export())).as("alone it is good").isEmpty();
        assertThat(verification.verify(ledger.export(), kept))
                .singleElement()
                .satisfies(found -> assertThat(found.kind()).isEqualTo(Finding.Kind.REWRITTEN))
                .asString()
                .contains("entry 1 ", "leaf 0");
    }

    @Test
    void namesEntriesOutOfTheTreesOrder() {
        ledger.countBehindTheNext();
        ledger.head();

        assertThat(kinds(ledger.export())).containsExactly(Finding.Kind.REWRITTEN);
    }

    @Test
    void namesAnEntryOfAnotherAccount() {
        ledger.count();
        ledger.showThatOfAnother();
        ledger.head();

        assertThat(kinds(ledger.export())).contains(Finding.Kind.CHANGED);
    }

    @Test
    void namesALedgerThatIsNotWhatItsOnlyHeadSays() {
        var one = ledger.anew();
        var other = ledger.anew();
        for (int i = 0; i < 9; i++) {
            one.count();
            other.count();
            other.countOfAnother();
        }
        one.head();
        LedgerExport there =
                new LedgerExport(one.export().heads(), other.export().growth(), List.of(), false);

        assertThat(kinds(one.export())).isEmpty();
        assertThat(kinds(there)).containsExactly(Finding.Kind.REWRITTEN);
    }

    @Test
    void asksForGrowthFromWhereTheRootFollowsFromTheProof() {
        var one = ledger.anew();
        for (int size = 0; size <= 70; size++) {
            long from = HeadVerification.smallerThan(size);
            assertThat(from).isLessThanOrEqualTo(size);
            if (size >= 4) {
                assertThat(one.consistency(from, size).orElseThrow())
                        .satisfies(proof -> assertThat(proof.leadsTo(one.root())).isTrue())
                        .satisfies(proof -> assertThat(proof.leadsTo(ledger.root())).isFalse());
            }
            one.count();
        }
    }

    @Test
    void namesHeadsThatOthersSigned() {
        var others = new TestLedger();
        others.count();
        others.head();

        assertThat(kinds(others.export()))
                .containsExactly(Finding.Kind.SIGNATURE, Finding.Kind.MISSING);
    }

    private LedgerExport with(List<LedgerExport.Entry> entries) {
        return new LedgerExport(ledger.export().heads(), ledger.export().growth(), entries, true);
    }

    private List<Finding.Kind> kinds(LedgerExport export) {
        return verification.verify(export, LedgerExport.NONE).stream().map(Finding::kind).toList();
    }
}
