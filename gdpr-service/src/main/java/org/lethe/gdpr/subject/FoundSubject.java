package org.lethe.gdpr.subject;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.id.ScopeId;

/**
 * Open scopes that lead to one another, so that they are one person's. A person of whom two groups
 * are held which nothing links is two subjects here: nobody can tell.
 *
 * @param opened when each of them was opened; never empty
 */
public record FoundSubject(Map<ScopeId, Instant> opened) {

    public FoundSubject {
        opened = Collections.unmodifiableMap(new LinkedHashMap<>(opened));
    }

    public Set<ScopeId> scopes() {
        return opened.keySet();
    }

    public Instant since() {
        return Collections.min(opened.values());
    }
}
