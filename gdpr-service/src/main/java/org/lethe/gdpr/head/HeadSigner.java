package org.lethe.gdpr.head;

import java.util.Optional;
import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.tree.TreeHead;

/** Signs heads with the key of receipts, and reads what was signed. */
public interface HeadSigner {

    SignedHead sign(TreeHead head);

    /** What a signed head says; empty if none of our keys signed it. */
    Optional<TreeHead> read(SignedHead signed);
}
