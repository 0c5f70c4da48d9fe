package org.lethe.stack.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lethe.contracts.tree.TreeHead;
import org.lethe.privacy.seal.PublicKeys;

/**
 * Verifies what there is of a ledger, against the keys and against what was kept of it before.
 *
 * <p>The tree says of no account which entries it has. So a ledger that is shorter than was seen, a
 * second chain of the account that is shown for the first, entries that are withheld from the end
 * on, and another ledger for others are found only by who kept something.
 */
final class LedgerVerification {

    private final PublicKeys keys;

    LedgerVerification(PublicKeys keys) {
        this.keys = keys;
    }

    /**
     * What is wrong with it; nothing if it is good.
     *
     * @param kept what was there before, or {@link LedgerExport#NONE}
     */
    List<Finding> verify(LedgerExport ledger, LedgerExport kept) {
        var findings = new ArrayList<Finding>();
        var ofHeads = new HeadVerification(keys, findings);
        List<TreeHead> heads = ofHeads.signed(ledger.heads());
        if (heads.isEmpty()) {
            findings.add(new Finding(Finding.Kind.MISSING, "there is no signed head"));
            return findings;
        }
        TreeHead newest = heads.getLast();
        var all = new ArrayList<>(ofHeads.signed(kept.heads()));
        all.addAll(heads);
        all.sort(Comparator.comparingLong(TreeHead::size));
        ofHeads.isThere(newest, ledger.growth());
        ofHeads.verify(
                all,
                Stream.concat(kept.growth().stream(), ledger.growth().stream()).toList(),
                newest);
        verifyEntries(ledger, kept, newest, findings);
        return findings;
    }

    private static void verifyEntries(
            LedgerExport ledger, LedgerExport kept, TreeHead newest, List<Finding> findings) {
        var ofEntries = new EntryVerification(findings);
        ofEntries.verify(ledger.entries(), newest);
        if (ledger.signedIn() || !ledger.entries().isEmpty()) {
            ofEntries.begin(ledger.entries(), kept.entries());
        }
    }
}
