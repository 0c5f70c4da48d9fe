package org.lethe.gdpr.subject;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.id.ScopeId;

/** SHA-256 of ids. The ids are random and long, so a digest tells them only to who has them. */
public final class Digests {

    private static final int UNIQUE_LENGTH = 26;

    private Digests() {}

    public static Digest of(ScopeId scope) {
        return Digest.of(sha256("scope:" + scope.value()));
    }

    public static Digest of(String text) {
        return Digest.of(sha256(text));
    }

    /** 26 characters for an id that is derived, so that it can't be made twice. */
    public static String unique(String seed) {
        String text = new BigInteger(1, sha256(seed)).toString(Character.MAX_RADIX);
        String padded = "0".repeat(UNIQUE_LENGTH) + text;
        return padded.substring(padded.length() - UNIQUE_LENGTH);
    }

    /** The first 31 bits of a digest, to spread over shards. */
    public static int spread(String seed, int over) {
        return Math.floorMod(new BigInteger(1, sha256("spread:" + seed)).intValue(), over);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
