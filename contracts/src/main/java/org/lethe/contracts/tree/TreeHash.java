package org.lethe.contracts.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

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
        return sha256().digest();
    }

    public static byte[] leaf(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(content);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
