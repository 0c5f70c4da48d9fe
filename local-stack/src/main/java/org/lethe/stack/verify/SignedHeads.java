package org.lethe.stack.verify;

import java.security.GeneralSecurityException;
import java.util.Optional;
import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.tree.TreeHead;
import org.lethe.privacy.seal.PublicKeys;

/** Reads heads with the keys that are given. */
final class SignedHeads {

    private SignedHeads() {}

    /** What it says; empty if none of the keys signed it. */
    static Optional<TreeHead> read(SignedHead signed, PublicKeys keys) {
        try {
            return Optional.of(TreeHead.ofClaims(keys.claims(signed.jws(), TreeHead.TYPE)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
