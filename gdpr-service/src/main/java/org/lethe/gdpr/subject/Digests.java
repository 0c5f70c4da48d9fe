package org.lethe.gdpr.subject;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.id.ScopeId;

/** SHA-256 of ids. The ids are random and long, so a digest tells them only to who has them. */
public final class Digests {

    private Digests() {}

    public static Digest of(ScopeId scope) {
        return of("scope:" + scope.value());
    }

    public static Digest of(String text) {
        try {
            return Digest.of(
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
