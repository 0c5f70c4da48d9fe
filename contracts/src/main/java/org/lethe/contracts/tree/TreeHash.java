package org.lethe.contracts.tree;

import java.security.MessageDigest;
import org.lethe.contracts.Sha256;

/**
 * How leaves and nodes are hashed: SHA-256, with a first byte that keeps a node from passing for a
 * leaf (RFC 9162, 2.1.1).
 */
public final class TreeHash {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private TreeHash() {}

    /** The root of the tree without leaves. */
    public static byte[] empty() {
        return Sha256.begin().digest();
    }

    public static byte[] leaf(byte[] content) {
        MessageDigest digest = Sha256.begin();
        digest.update(LEAF);
        return digest.digest(content);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.begin();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }
}
