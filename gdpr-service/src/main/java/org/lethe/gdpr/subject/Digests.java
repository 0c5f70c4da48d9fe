package org.lethe.gdpr.subject;

import org.lethe.contracts.event.Digest;
import org.lethe.contracts.id.ScopeId;

/** SHA-256 of ids. The ids are random and long, so a digest tells them only to who has them. */
public final class Digests {

    private Digests() {}

    public static Digest of(ScopeId scope) {
        return Digest.ofText("scope:" + scope.value());
    }
}
