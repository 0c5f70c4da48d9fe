package org.lethe.gdpr.checkpoint;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Where a page is, and what it must be. The first 16 bytes of its SHA-256 stand for it, for which
 * nobody can make another.
 *
 * @param offset in the topic of checkpoints
 * @param high the first 8 bytes
 * @param low the 8 bytes after them
 */
public record PageRef(long offset, long high, long low) {

    public static PageRef of(long offset, byte[] content) {
        ByteBuffer digest = ByteBuffer.wrap(sha256(content));
        return new PageRef(offset, digest.getLong(), digest.getLong());
    }

    /** Whether this is what it is a reference to. */
    public boolean isOf(byte[] content) {
        return equals(of(offset, content));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
