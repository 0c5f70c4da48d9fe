package org.lethe.stack.verify;

import java.util.List;
import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.tree.ConsistencyProof;
import org.lethe.contracts.tree.InclusionProof;

/**
 * What there is to verify of a ledger: all of it in one file, which can be kept.
 *
 * @param heads as they were published, oldest first
 * @param growth that each head's tree has grown from the one before, and to the newest from {@link
 *     HeadVerification#smallerThan}
 * @param entries of one account from its first
 * @param signedIn whether the account's entries were asked for; without that there are none
 */
record LedgerExport(
        List<SignedHead> heads,
        List<ConsistencyProof> growth,
        List<Entry> entries,
        boolean signedIn) {

    static final LedgerExport NONE = new LedgerExport(List.of(), List.of(), List.of(), false);

    LedgerExport {
        heads = List.copyOf(heads);
        growth = List.copyOf(growth);
        entries = List.copyOf(entries);
    }

    /**
     * An entry.
     *
     * @param record as it stands in the ledger, byte for byte
     * @param proof that it is in the tree of the newest head
     */
    record Entry(String record, InclusionProof proof) {}
}
