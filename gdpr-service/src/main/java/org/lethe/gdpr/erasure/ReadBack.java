package org.lethe.gdpr.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.Held;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.gdpr.subject.SubjectVault;

/** Asks the store itself whether an erasure is true, before anybody signs that it is. */
@ApplicationScoped
class ReadBack {

    private final SubjectScopes scopes;
    private final SubjectVault vault;

    ReadBack(SubjectScopes scopes, SubjectVault vault) {
        this.scopes = scopes;
        this.vault = vault;
    }

    /** Open scopes of the subject that the erasure does not know: made while the marks were set. */
    Set<ScopeId> late(SubjectRequest request, Progress.Effective effective) {
        Selectors subject = request.selectors().with(effective.scopes());
        Set<ScopeId> late =
                new LinkedHashSet<>(scopes.seize(request.account(), subject, request.scope()));
        late.removeAll(effective.scopes());
        return late;
    }

    /** Whether every key reads as destroyed and nothing sealed remains; else destroys once more. */
    boolean confirms(Progress.Effective effective) {
        Set<ScopeId> erased = effective.scopes();
        boolean gone =
                vault.look(erased).values().stream().allMatch(Held.Gone.class::isInstance)
                        && vault.remains(erased) == 0;
        if (!gone) {
            vault.destroy(erased);
        }
        return gone;
    }
}
