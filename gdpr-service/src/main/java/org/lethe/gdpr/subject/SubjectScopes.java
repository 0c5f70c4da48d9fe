package org.lethe.gdpr.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.subject.Identifier;

/**
 * Finds the open scopes of data subjects: the named ones, those that the index has for what was
 * named, and those that they lead to.
 *
 * <p>A scope of another account is not found, like one that never was.
 */
@ApplicationScoped
public class SubjectScopes {

    private final SubjectVault vault;
    private final Clock clock;

    public SubjectScopes(SubjectVault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** Everybody whom the selectors find at this moment. */
    public List<FoundSubject> subjects(AccountId account, Selectors selectors) {
        return subjects(account, selectors, vault.find(account, selectors.indexed()));
    }

    /**
     * Everybody whom the selectors find by what was opened until then, by the clock of this
     * service. What that leads to belongs to it, whenever it was opened.
     */
    public List<FoundSubject> subjects(AccountId account, Selectors selectors, Instant until) {
        // The store's time may be ahead of every clock, so it is asked for an age.
        Duration age = Duration.between(until, clock.instant());
        return subjects(account, selectors, vault.find(account, selectors.indexed(), age));
    }

    private List<FoundSubject> subjects(
            AccountId account, Selectors selectors, Map<Identifier, Set<ScopeId>> index) {
        var walk = new Walk(vault, account);
        List<Set<ScopeId>> hits = hits(selectors, index);
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
                            // Whoever comes back meanwhile begins anew, and that stays.
                            if (!selectors.identifiers().isEmpty()) {
                                found.addAll(find(account, selectors, asked));
                            }
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

    /** What each selector finds by itself: the id that it is, or what the index has for it. */
    private static List<Set<ScopeId>> hits(
            Selectors selectors, Map<Identifier, Set<ScopeId>> index) {
        var hits = new ArrayList<Set<ScopeId>>();
        selectors.ids().forEach(id -> hits.add(Set.of(id)));
        selectors.identifiers().forEach(each -> hits.add(each.in(index)));
        return hits;
    }
}
