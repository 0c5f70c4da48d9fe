package org.lethe.gdpr.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.InvalidIdException;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.subject.Identifier;
import org.lethe.privacy.index.FindOutcome;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Sighting;
import org.lethe.privacy.vault.Unavailability;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/** The vault of the suite. */
@ApplicationScoped
class SealedSubjectVault implements SubjectVault {

    /** Scopes that one round trip is about. */
    private static final int AT_ONCE = 1000;

    private final Vault vault;

    SealedSubjectVault(Vault vault) {
        this.vault = vault;
    }

    @Override
    public Map<ScopeId, Live> look(Collection<? extends ScopeId> scopes) {
        var live = new LinkedHashMap<ScopeId, Live>();
        vault.see(scopes)
                .forEach((scope, sighting) -> {
                    switch (sighting) {
                        case Sighting.Open(Meta meta) ->
                                meta.get(MetaField.ACCOUNT)
                                        .map(account -> live(account, meta))
                                        .ifPresent(found -> live.put(scope, found));
                        case Sighting.Destroyed _ -> {}
                        case Sighting.Unavailable(Unavailability reason) -> requireLost(reason);
                    }
                });
        return live;
    }

    @Override
    public Map<Identifier, Set<ScopeId>> find(
            AccountId account, Collection<Identifier> identifiers) {
        return told(available(() -> vault.index().find(account, identifiers)));
    }

    @Override
    public Map<Identifier, Set<ScopeId>> find(
            AccountId account, Collection<Identifier> identifiers, Duration age) {
        return told(available(() -> vault.index().find(account, identifiers, age)));
    }

    private static Map<Identifier, Set<ScopeId>> told(FindOutcome outcome) {
        return switch (outcome) {
            case FindOutcome.Found(Map<Identifier, Set<ScopeId>> scopes) -> scopes;
            case FindOutcome.TooMany _ -> throw new Refusal(ErrorCode.TOO_LARGE);
        };
    }

    @Override
    public void mark(Collection<? extends ScopeId> scopes, ErasureId erasure) {
        available(() -> vault.markErasing(scopes, erasure));
    }

    /** Nothing leads to them for certain: links and entries may have ended since. */
    @Override
    public void unmark(AccountId account, ErasureId erasure) {
        for (ScopeKind kind : MetaField.ERASING.kinds()) {
            List<ScopeId> open = available(() -> vault.openScopes(kind, account));
            for (int from = 0; from < open.size(); from += AT_ONCE) {
                List<ScopeId> some = open.subList(from, Math.min(from + AT_ONCE, open.size()));
                available(() -> vault.unmarkErasing(some, erasure));
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
        return available(() -> vault.remains(scopes));
    }

    private static Live live(String account, Meta meta) {
        Instant since =
                meta.get(MetaField.CREATED)
                        .map(ms -> Instant.ofEpochMilli(Long.parseLong(ms)))
                        .orElse(Instant.EPOCH);
        return new Live(new AccountId(account), links(meta), since);
    }

    /**
     * The scopes of the same person that a scope's meta names: a chat its visit; a visit its chat,
     * and those that ended, whose letters may still wait; a letter what it was derived from, be it
     * gone, or never more than an id.
     */
    static Set<ScopeId> links(Meta meta) {
        var links = new LinkedHashSet<ScopeId>();
        meta.get(MetaField.CHAT_VISIT).ifPresent(ids -> add(ids, VisitId::new, links));
        meta.get(MetaField.PRESENT_CHAT).ifPresent(ids -> add(ids, ChatId::new, links));
        meta.get(MetaField.CHATS).ifPresent(ids -> add(ids, ChatId::new, links));
        meta.get(MetaField.ORIGIN).ifPresent(ids -> add(ids, ChatId::new, links));
        return links;
    }

    /** What is no id leads nowhere, and must not keep the rest from being found. */
    private static void add(String ids, Function<String, ScopeId> kind, Set<ScopeId> links) {
        for (String id : ids.split(" ", -1)) {
            try {
                links.add(kind.apply(id));
            } catch (InvalidIdException _) {
                // Also the field of a visit without a chat, which is empty.
            }
        }
    }

    private static <T> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (StoreUnavailableException _) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    /** A scope of a store that was lost is gone with its key; of any other nothing is known. */
    private static void requireLost(Unavailability reason) {
        if (reason != Unavailability.STORE_LOST) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }
}
