package org.lethe.gdpr.receipt;

import java.util.List;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.tree.InclusionProof;
import org.lethe.gdpr.head.PublishedHead;
import org.lethe.gdpr.head.TreeHeads;
import org.lethe.gdpr.head.TreeProofs;
import org.lethe.gdpr.ledger.Leaf;

/**
 * Where a receipt is in the ledger's tree: all that is needed to verify it without us.
 *
 * @param index the leaf's, from 0
 * @param size how many leaves the tree has whose head is signed
 * @param path the hashes beside the way from the leaf to the root, from below (RFC 9162)
 * @param record what the leaf is the hash of, byte for byte; it holds the entry with the receipt
 * @param head the signed head, to be verified with the keys at {@code /.well-known/jwks.json}
 */
public record Position(long index, long size, List<Digest> path, String record, SignedHead head) {

    static Position of(Leaf leaf, TreeHeads heads, TreeProofs proofs) {
        PublishedHead head = heads.covering(leaf.index());
        long size = head.head().size();
        InclusionProof proof = proofs.inclusion(leaf.index(), size);
        return new Position(leaf.index(), size, proof.path(), leaf.record(), head.signed());
    }
}
