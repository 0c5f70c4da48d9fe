package org.lethe.runtime.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.id.ScopeId;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/** Makes it certain that what an erasure names is destroyed, so that it may be counted. */
@ApplicationScoped
public class ErasedScopes {

    private final Vault vault;

    @Inject
    ErasedScopes(Vault vault) {
        this.vault = vault;
    }

    /**
     * The named scopes of a kind, each once. They were destroyed before this is heard of; doing it
     * again costs one round trip and makes it certain. Refuses as unavailable while it is not.
     */
    public <S extends ScopeId> List<S> destroyed(ErasureRequested request, Class<S> kind) {
        List<S> named =
                request.scopes().stream()
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .distinct()
                        .toList();
        boolean certain =
                vault.destroyAll(named, DestroyReason.ERASED).values().stream()
                        .noneMatch(DestroyOutcome.Unavailable.class::isInstance);
        if (!certain) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        return named;
    }
}
