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
     * Whether each has grown from the one before, and the newest is still there.
     *
     * @param heads smallest first
     * @param newest what there is now
     */
    void verify(List<TreeHead> heads, List<ConsistencyProof> growth, TreeHead newest) {
        grown(newest, newest, growth);
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
        Optional<ConsistencyProof> proof =
                growth.stream()
                        .filter(one -> one.from() == before.size() && one.to() == head.size())
                        .findFirst();
        if (proof.isEmpty()) {
            find(
                    Finding.Kind.CUT,
                    said(head)
                            + ", and there is no proof of them: the tail was cut, or can't be read");
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

    private void find(Finding.Kind kind, String text) {
        findings.add(new Finding(kind, text));
    }

    private static String said(TreeHead head) {
        return head.size() + " records were signed at " + head.at();
    }
}
