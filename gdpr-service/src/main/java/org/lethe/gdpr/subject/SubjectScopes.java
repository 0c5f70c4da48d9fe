package org.lethe.gdpr.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.subject.Identifier;
import org.lethe.runtime.problem.Refusal;

/**
 * Finds the open scopes of data subjects: the named ones, those that the index has for what was
 * named, and those that they lead to.
 *
 * <p>A scope of another account is not found, like one that never was.
 */
@ApplicationScoped
public class SubjectScopes {

    private final SubjectVault vault;

    public SubjectScopes(SubjectVault vault) {
        this.vault = vault;
    }

    /** Everybody whom the selectors find at this moment. */
    public List<FoundSubject> subjects(AccountId account, Selectors selectors) {
        return subjects(account, selectors, Instant.MAX);
    }

    /**
     * Everybody whom the selectors find by what was opened until then. What that leads to belongs
     * to it, whenever it was opened.
     */
    public List<FoundSubject> subjects(AccountId account, Selectors selectors, Instant until) {
        var walk = new Walk(vault, account);
        List<Set<ScopeId>> hits = hits(account, selectors, until, walk);
        var named = new LinkedHashSet<ScopeId>();
        hits.forEach(named::addAll);
        walk.from(named);
        return switch (selectors.match()) {
            case ANY -> walk.groups();
            case ALL -> walk.groupsOfEach(hits);
        };
    }

    /** All of their scopes. */
    public Set<ScopeId> find(AccountId account, Selectors selectors, Instant until) {
        return scopes(subjects(account, selectors, until));
    }

    /** The open scopes that these ids lead to. */
    public Set<ScopeId> find(AccountId account, Set<ScopeId> ids) {
        var walk = new Walk(vault, account);
        walk.from(ids);
        return scopes(walk.groups());
    }

    /**
     * Marks the scopes that the selectors find, so that nothing new is made from them, and finds
     * what was made until the marks stood.
     */
    public Set<ScopeId> seize(
            AccountId account, Selectors selectors, Instant until, ErasureId erasure) {
        return seize(() -> find(account, selectors, until), erasure);
    }

    /**
     * Does the same with what an erasure finds after its effect: what its scopes lead to, and what
     * the selectors find by now though it was opened before the erasure was asked for.
     *
     * @param erased the scopes that it knows
     */
    public Set<ScopeId> seizeLate(
            AccountId account,
            Selectors selectors,
            Set<ScopeId> erased,
            Instant asked,
            ErasureId erasure) {
        // Links between scopes end with the scopes; what they led to does not.
        var known = new LinkedHashSet<>(erased);
        if (selectors.match() == Match.ANY) {
            known.addAll(selectors.ids());
        }
        Set<ScopeId> late =
                seize(
                        () -> {
                            Set<ScopeId> found = find(account, known);
                            found.addAll(older(account, selectors, asked));
                            return found;
                        },
                        erasure);
        late.removeAll(erased);
        return late;
    }

    /** How many there are of each kind. */
    public static Map<ScopeKind, Integer> count(Set<ScopeId> scopes) {
        var counts = new TreeMap<ScopeKind, Integer>();
        scopes.forEach(scope -> counts.merge(scope.kind(), 1, Integer::sum));
        return counts;
    }

    /** All the scopes of these subjects. */
    public static Set<ScopeId> scopes(Collection<FoundSubject> subjects) {
        var all = new LinkedHashSet<ScopeId>();
        subjects.forEach(subject -> all.addAll(subject.scopes()));
        return all;
    }

    private Set<ScopeId> seize(Supplier<Set<ScopeId>> find, ErasureId erasure) {
        Set<ScopeId> found = find.get();
        boolean grown = !found.isEmpty();
        while (grown) {
            vault.mark(found, erasure);
            grown = found.addAll(find.get());
        }
        return found;
    }

    /** Whoever comes back while an erasure is at work begins anew, and that stays. */
    private Set<ScopeId> older(AccountId account, Selectors selectors, Instant asked) {
        var older = new LinkedHashSet<ScopeId>();
        if (selectors.identifiers().isEmpty()) {
            return older;
        }
        try {
            for (FoundSubject subject : subjects(account, selectors, asked)) {
                subject.opened()
                        .forEach((scope, opened) -> {
                            if (!opened.isAfter(asked)) {
                                older.add(scope);
                            }
                        });
            }
        } catch (Refusal refusal) {
            // What there was at the effect is destroyed; so many have come since.
            if (refusal.code() != ErrorCode.TOO_LARGE) {
                throw refusal;
            }
        }
        return older;
    }

    /** What each selector finds by itself: the id that it is, or what the index has for it. */
    private List<Set<ScopeId>> hits(
            AccountId account, Selectors selectors, Instant until, Walk walk) {
        var hits = new ArrayList<Set<ScopeId>>();
        selectors.ids().forEach(id -> hits.add(Set.of(id)));
        if (!selectors.identifiers().isEmpty()) {
            Map<Identifier, Set<ScopeId>> index =
                    opened(account, vault.find(account, selectors.indexed()), until);
            index.forEach((identifier, found) -> {
                if (identifier.kind() == Identifier.Kind.REFERENCE) {
                    walk.link(found);
                }
            });
            selectors.identifiers().forEach(each -> hits.add(each.in(index)));
        }
        return hits;
    }

    /** Those of the found that were opened until then. */
    private Map<Identifier, Set<ScopeId>> opened(
            AccountId account, Map<Identifier, Set<ScopeId>> index, Instant until) {
        if (!until.isBefore(Instant.MAX)) {
            return index;
        }
        var all = new LinkedHashSet<ScopeId>();
        index.values().forEach(all::addAll);
        vault.look(all)
                .forEach((scope, live) -> {
                    if (!live.account().equals(account) || live.since().isAfter(until)) {
                        all.remove(scope);
                    }
                });
        var opened = new LinkedHashMap<Identifier, Set<ScopeId>>();
        index.forEach((identifier, found) -> {
            var kept = new LinkedHashSet<>(found);
            kept.retainAll(all);
            opened.put(identifier, kept);
        });
        return opened;
    }
}
