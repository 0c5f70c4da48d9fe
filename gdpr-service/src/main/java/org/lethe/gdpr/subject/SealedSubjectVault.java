package org.lethe.gdpr.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.Script;
import org.lethe.privacy.redis.ScriptCall;
import org.lethe.privacy.redis.ScriptReply;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.MarkOutcome;
import org.lethe.privacy.vault.Unavailability;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/** The vault of the suite. */
@ApplicationScoped
class SealedSubjectVault implements SubjectVault {

    private final Vault vault;
    private final RedisStore store;
    private final Script remains = Script.load("gdpr/remains.lua");

    SealedSubjectVault(Vault vault, RedisStore store) {
        this.vault = vault;
        this.store = store;
    }

    @Override
    public Map<ScopeId, Held> look(Collection<? extends ScopeId> scopes) {
        var held = new LinkedHashMap<ScopeId, Held>();
        vault.lookupAll(scopes).forEach((scope, lookup) -> held.put(scope, held(lookup)));
        return held;
    }

    @Override
    public void mark(Collection<? extends ScopeId> scopes, ErasureId erasure) {
        for (ScopeId scope : scopes) {
            if (vault.markErasing(scope, erasure) instanceof MarkOutcome.Unavailable unavailable) {
                requireLost(unavailable.reason());
            }
        }
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
        List<ScriptCall> calls =
                scopes.stream().map(scope -> ScriptCall.on(remains, scope)).toList();
        try {
            return store.runAll(calls).stream().mapToInt(ScriptReply::count).sum();
        } catch (StoreUnavailableException _) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    private static Held held(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Open open -> {
                try (var _ = open.cipher()) {
                    yield live(open.meta());
                }
            }
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
        var links = new LinkedHashSet<ScopeId>();
        link(meta.get("visit"), VisitId::new, links);
        link(meta.get("chat"), ChatId::new, links);
        return new Held.Live(new AccountId(account), links);
    }

    private static void link(
            @Nullable String id, Function<String, ScopeId> kind, Set<ScopeId> links) {
        if (id != null && !id.isEmpty()) {
            links.add(kind.apply(id));
        }
    }

    /** A scope of a store that was lost is gone with its key; of any other nothing is known. */
    private static void requireLost(Unavailability reason) {
        if (reason != Unavailability.STORE_LOST) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }
}
