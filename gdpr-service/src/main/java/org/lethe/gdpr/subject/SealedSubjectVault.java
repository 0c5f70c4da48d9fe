package org.lethe.gdpr.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Unavailability;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/** The vault of the suite. */
@ApplicationScoped
class SealedSubjectVault implements SubjectVault {

    private final Vault vault;
    private final RedisStore store;
    private final Script mark = Script.load("vault/mark-erasing.lua");
    private final Script unmark = Script.load("gdpr/unmark.lua");
    private final Script remains = Script.load("gdpr/remains.lua");

    SealedSubjectVault(Vault vault, RedisStore store) {
        this.vault = vault;
        this.store = store;
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
        runAll(mark, scopes, erasure);
    }

    @Override
    public void unmark(Collection<? extends ScopeId> scopes, ErasureId erasure) {
        runAll(unmark, scopes, erasure);
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
        return runAll(remains, scopes).stream().mapToInt(ScriptReply::count).sum();
    }

    /** In one round trip; each script gets its scope first, then these. */
    private List<ScriptReply> runAll(
            Script script, Collection<? extends ScopeId> scopes, Object... args) {
        try {
            return store.runAll(
                    scopes.stream().map(scope -> ScriptCall.on(script, scope, args)).toList());
        } catch (StoreUnavailableException _) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    private static Held held(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Open open -> live(open.meta());
            case Lookup.Destroyed _ -> new Held.Gone();
            case Lookup.Unavailable unavailable -> {
                requireLost(unavailable.reason());
                yield new Held.Gone();
            }
        };
    }

    private static Held live(Map<String, String> meta) {
        String account = meta.get("account");
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
