package org.lethe.stack.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.tree.ConsistencyProof;
import org.lethe.contracts.tree.TreeHead;
import org.lethe.privacy.seal.PublicKeys;

/** Whether heads are of one tree that has only grown. */
final class HeadVerification {

    private final PublicKeys keys;
    private final List<Finding> findings;

    HeadVerification(PublicKeys keys, List<Finding> findings) {
        this.keys = keys;
        this.findings = findings;
    }

    /** The heads that are signed, smallest tree first. */
    List<TreeHead> signed(List<SignedHead> heads) {
        var read = new ArrayList<TreeHead>();
        for (int i = 0; i < heads.size(); i++) {
            Optional<TreeHead> head = SignedHeads.read(heads.get(i), keys);
            head.ifPresent(read::add);
            if (head.isEmpty()) {
                find(
                        Finding.Kind.SIGNATURE,
                        "head " + (i + 1) + " of " + heads.size() + " is not signed by these keys");
            }
        }
        read.sort(Comparator.comparingLong(TreeHead::size));
        return read;
    }

    /**
     * From which size growth to a tree is to be proved, so that the tree's root follows from the
     * proof alone: no signed head of that size is needed. Of less than four records there is no
     * such size, and 0 asks but whether they are there.
     */
    static long smallerThan(long size) {
        long half = size / 2;
        if (half < 2) {
            return 0;
        }
        // The proof leaves out the root of a complete tree.
        return Long.bitCount(half) == 1 ? half + 1 : half;
    }

    /**
     * Whether what is there now is the newest head's tree.
     *
     * @param growth what was proved now, and not before
     */
    void isThere(TreeHead newest, List<ConsistencyProof> growth) {
        Optional<ConsistencyProof> proof = proof(growth, smallerThan(newest.size()), newest.size());
        if (proof.isEmpty()) {
            cut(newest);
        } else if (!leads(proof.get(), newest)) {
            find(
                    Finding.Kind.REWRITTEN,
                    said(newest) + ", and what is there now has other contents");
        }
    }

    private static boolean leads(ConsistencyProof proof, TreeHead newest) {
        if (newest.size() == 0) {
            return proof.proves(newest.root(), newest.root());
        }
        return proof.from() == 0 || proof.leadsTo(newest.root());
    }

    /**
     * Whether each has grown from the one before.
     *
     * @param heads smallest first
     * @param newest what there is now
     */
    void verify(List<TreeHead> heads, List<ConsistencyProof> growth, TreeHead newest) {
        for (int i = 1; i < heads.size(); i++) {
            TreeHead before = heads.get(i - 1);
            TreeHead head = heads.get(i);
            if (head.size() > newest.size()) {
                find(
                        Finding.Kind.CUT,
                        said(head) + ", and now there are " + newest.size() + ": the tail was cut");
            } else if (head.size() == before.size()) {
                sameRoot(before, head);
            } else {
                grown(before, head, growth);
            }
        }
    }

    private void sameRoot(TreeHead before, TreeHead head) {
        if (!before.root().equals(head.root())) {
            find(
                    Finding.Kind.REWRITTEN,
                    said(before) + ", and another at " + head.at() + " with other contents");
        }
    }

    private void grown(TreeHead before, TreeHead head, List<ConsistencyProof> growth) {
        Optional<ConsistencyProof> proof = proof(growth, before.size(), head.size());
        if (proof.isEmpty()) {
            cut(head);
        } else if (!proof.get().proves(before.root(), head.root())) {
            find(
                    Finding.Kind.REWRITTEN,
                    said(before)
                            + ", and those are not the first of the "
                            + head.size()
                            + " that were signed at "
                            + head.at());
        }
    }

    private static Optional<ConsistencyProof> proof(
            List<ConsistencyProof> growth, long from, long to) {
        return growth.stream().filter(one -> one.from() == from && one.to() == to).findFirst();
    }

    private void cut(TreeHead head) {
        find(
                Finding.Kind.CUT,
                said(head) + ", and there is no proof of them: the tail was cut, or can't be read");
    }

    private void find(Finding.Kind kind, String text) {
        findings.add(new Finding(kind, text));
    }

    private static String said(TreeHead head) {
        return head.size() + " records were signed at " + head.at();
    }
}
