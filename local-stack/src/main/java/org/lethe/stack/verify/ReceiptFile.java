package org.lethe.stack.verify;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.event.SignedReceipt;
import org.lethe.contracts.tree.InclusionProof;

/**
 * A receipt as {@code GET /v1/receipts/{id}} delivers it; what else is in it counts for nothing.
 */
record ReceiptFile(SignedReceipt jws, @Nullable Place position) {

    /** Where it is in the ledger, if it was known. */
    Optional<Place> place() {
        return Optional.ofNullable(position);
    }

    /** The record that holds it, its leaf, and the head of a tree that has it. */
    record Place(long index, long size, List<Digest> path, String record, SignedHead head) {

        InclusionProof proof() {
            return new InclusionProof(index, size, path);
        }
    }
}
