package org.lethe.gdpr.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.MetaField;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Unavailability;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/** The vault of the suite. */
@ApplicationScoped
class SealedSubjectVault implements SubjectVault {

    private final Vault vault;

    SealedSubjectVault(Vault vault) {
        this.vault = vault;
    }

    @Override
    public Map<ScopeId, Held> look(Collection<? extends ScopeId> scopes) {
        Map<ScopeId, Lookup> lookups = vault.lookupAll(scopes);
        try {
            var held = new LinkedHashMap<ScopeId, Held>();
            lookups.forEach((scope, lookup) -> held.put(scope, held(lookup)));
            return held;
        } finally {
            lookups.values().forEach(SealedSubjectVault::close);
        }
    }

    @Override
    public void mark(Collection<? extends ScopeId> scopes, ErasureId erasure) {
        available(() -> vault.markErasing(scopes, erasure));
    }

    @Override
    public void unmark(Collection<? extends ScopeId> scopes, ErasureId erasure) {
        available(() -> vault.unmarkErasing(scopes, erasure));
    }

    @Override
    public void destroy(Collection<? extends ScopeId> scopes) {
        for (DestroyOutcome outcome : vault.destroyAll(scopes, DestroyReason.ERASED).values()) {
            if (outcome instanceof DestroyOutcome.Unavailable unavailable) {
                requireLost(unavailable.reason());
            }
        }
    }

    @Override
    public int remains(Collection<? extends ScopeId> scopes) {
        return available(() -> vault.remains(scopes));
    }

    private static int available(IntSupplier call) {
        try {
            return call.getAsInt();
        } catch (StoreUnavailableException _) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    private static Held held(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Open open -> live(open.meta().fields());
            case Lookup.Destroyed _ -> new Held.Gone();
            case Lookup.Unavailable unavailable -> {
                requireLost(unavailable.reason());
                yield new Held.Gone();
            }
        };
    }

    private static Held live(Map<String, String> meta) {
        String account = meta.get(MetaField.ACCOUNT.code());
        if (account == null) {
            return new Held.Gone();
        }
        return new Held.Live(new AccountId(account), Links.of(meta));
    }

    private static void close(Lookup lookup) {
        if (lookup instanceof Lookup.Open open) {
            open.cipher().close();
        }
    }

    /** A scope of a store that was lost is gone with its key; of any other nothing is known. */
    private static void requireLost(Unavailability reason) {
        if (reason != Unavailability.STORE_LOST) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }
}
