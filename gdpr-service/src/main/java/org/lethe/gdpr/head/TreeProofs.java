package org.lethe.gdpr.head;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.tree.ChangedLeavesException;
import org.lethe.contracts.tree.ConsistencyProof;
import org.lethe.contracts.tree.InclusionProof;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.problem.Refusal;

/**
 * Proofs about the ledger's tree. A size or leaf that it does not have is refused with {@code
 * NOT_FOUND}, and records that are not those that it was made of with {@code LEDGER_CHANGED}.
 */
@ApplicationScoped
public class TreeProofs {

    private static final Log LOG = Log.of(TreeProofs.class);

    private final Ledger ledger;

    public TreeProofs(Ledger ledger) {
        this.ledger = ledger;
    }

    /** That a leaf is in the tree of a size. */
    public InclusionProof inclusion(long leaf, long size) {
        return of(leaf < size, size, tree -> tree.inclusion(leaf, size));
    }

    /** That the tree of a size has grown from a smaller one. */
    public ConsistencyProof consistency(long from, long to) {
        return of(from <= to, to, tree -> tree.consistency(from, to));
    }

    private <T> T of(boolean possible, long size, Function<MerkleTree, T> proof) {
        MerkleTree tree = ledger.tree(0);
        if (!possible || size > tree.size()) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        try {
            return proof.apply(tree);
        } catch (ChangedLeavesException _) {
            LOG.error("the ledger was changed under a proof", LogKey.COUNT.of(size));
            throw new Refusal(ErrorCode.LEDGER_CHANGED);
        }
    }
}
