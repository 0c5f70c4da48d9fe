package org.lethe.stack.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.tree.ConsistencyProof;
import org.lethe.contracts.tree.InclusionProof;
import org.lethe.contracts.tree.TreeHead;
import org.lethe.privacy.seal.PublicKeys;

/** Fetches what there is to verify of a running suite's ledger. */
final class LedgerFetch {

    private final Suite suite;
    private final PublicKeys keys;

    LedgerFetch(Suite suite, PublicKeys keys) {
        this.suite = suite;
        this.keys = keys;
    }

    /**
     * All of it; {@link ChangedLedgerException} if the suite says that its records have changed.
     *
     * @param kept what was there before: growth from it is asked for, too
     */
    LedgerExport fetch(LedgerExport kept) throws IOException {
        List<SignedHead> heads = heads();
        NavigableSet<Long> sizes = sizes(heads);
        if (sizes.isEmpty()) {
            return new LedgerExport(heads, List.of(), List.of(), false);
        }
        long newest = sizes.last();
        NavigableSet<Long> all = sizes(kept.heads());
        all.addAll(sizes);
        return new LedgerExport(heads, growth(all, newest), entries(newest), suite.isSignedIn());
    }

    private List<SignedHead> heads() throws IOException {
        var heads = new ArrayList<SignedHead>();
        @Nullable Long next = 0L;
        while (next != null) {
            Suite.Heads page = suite.heads(next);
            page.heads().forEach(head -> heads.add(head.jws()));
            next = later(next, page.next());
        }
        return heads;
    }

    private List<ConsistencyProof> growth(NavigableSet<Long> sizes, long newest)
            throws IOException {
        var growth = new ArrayList<ConsistencyProof>();
        long before = sizes.first();
        for (long size : sizes.tailSet(before, false)) {
            suite.consistency(before, size).ifPresent(growth::add);
            before = size;
        }
        // That it still has what the newest head says.
        suite.consistency(HeadVerification.smallerThan(newest), newest).ifPresent(growth::add);
        return growth;
    }

    private List<LedgerExport.Entry> entries(long newest) throws IOException {
        var entries = new ArrayList<LedgerExport.Entry>();
        @Nullable Long next = suite.isSignedIn() ? 0L : null;
        while (next != null) {
            Suite.Entries page = suite.entries(next);
            for (Suite.Entry entry : page.entries()) {
                // What came after the newest head is for the next time.
                if (entry.index() < newest) {
                    entries.add(entry(entry, newest));
                }
            }
            next = later(next, page.next());
        }
        return entries;
    }

    /** Pages that lead back would never end. */
    private static @Nullable Long later(long page, @Nullable Long next) throws IOException {
        if (next != null && next <= page) {
            throw new IOException("the page after " + page + " is said to be " + next);
        }
        return next;
    }

    /** Without a proof it has one that proves nothing, so that it is found. */
    private LedgerExport.Entry entry(Suite.Entry entry, long newest) throws IOException {
        InclusionProof proof =
                suite.inclusion(entry.index(), newest)
                        .orElseGet(() -> new InclusionProof(entry.index(), newest, List.of()));
        return new LedgerExport.Entry(entry.record(), proof);
    }

    private NavigableSet<Long> sizes(List<SignedHead> heads) {
        var sizes = new TreeSet<Long>();
        heads.forEach(
                head -> SignedHeads.read(head, keys).map(TreeHead::size).ifPresent(sizes::add));
        return sizes;
    }
}
