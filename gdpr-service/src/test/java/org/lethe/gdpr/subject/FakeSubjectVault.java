package org.lethe.gdpr.subject;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.subject.Identifier;
import org.lethe.runtime.problem.Refusal;

/** A vault in memory that can be told what else happens while it is asked. */
public final class FakeSubjectVault implements SubjectVault {

    /** More than this is not told of one search. */
    public static final int MOST = 20;

    private final Map<ScopeId, Live> open = new HashMap<>();
    private final Map<Identifier, Set<ScopeId>> index = new HashMap<>();
    private final Map<ScopeId, ErasureId> marks = new HashMap<>();
    private final Set<ScopeId> remaining = new HashSet<>();
    private final List<Runnable> whenMarking = new ArrayList<>();
    private final Map<Integer, Duration> forward = new HashMap<>();
    private final InstantSource clock;
    private boolean isAway;

    /** On shards whose time is that of the clock. */
    public FakeSubjectVault(InstantSource clock) {
        this.clock = clock;
    }

    /** Opens a scope long ago. */
    public void open(AccountId account, ScopeId scope, ScopeId... links) {
        openAt(Instant.EPOCH, account, scope, links);
    }

    /**
     * @param since by the clock, from which the shard's time may differ
     */
    public void openAt(Instant since, AccountId account, ScopeId scope, ScopeId... links) {
        open.put(scope, new Live(account, Set.of(links), since.plus(ahead(scope))));
    }

    /** The time of the scope's shard is ahead of the clock by this, from now on. */
    public void setForward(ScopeId scope, Duration ahead) {
        forward.put(scope.shard(), ahead);
    }

    /** Lets a scope be found by these, for as long as it is open. */
    public void index(ScopeId scope, Identifier... identifiers) {
        for (Identifier identifier : identifiers) {
            index.computeIfAbsent(identifier, _ -> new LinkedHashSet<>()).add(scope);
        }
    }

    /** Leaves a record of a scope whose keys are destroyed. */
    public void leaveRemains(ScopeId scope) {
        remaining.add(scope);
    }

    /** Runs once, before the next mark is set. */
    public void beforeMarking(Runnable action) {
        whenMarking.add(action);
    }

    /** From now on nothing can be asked, or can again. */
    public void setAway(boolean away) {
        isAway = away;
    }

    public boolean isOpen(ScopeId scope) {
        return open.containsKey(scope);
    }

    public Set<ScopeId> marked() {
        return marks.keySet();
    }

    @Override
    public Map<Identifier, Set<ScopeId>> find(
            AccountId account, Collection<Identifier> identifiers) {
        return find(identifiers, scope -> isOpen(account, scope));
    }

    @Override
    public Map<Identifier, Set<ScopeId>> find(
            AccountId account, Collection<Identifier> identifiers, Duration age) {
        return find(identifiers, scope -> isOpen(account, scope) && age(scope).compareTo(age) >= 0);
    }

    private Map<Identifier, Set<ScopeId>> find(
            Collection<Identifier> identifiers, Predicate<ScopeId> isFound) {
        requireThere();
        var found = new LinkedHashMap<Identifier, Set<ScopeId>>();
        for (Identifier identifier : identifiers) {
            var scopes = new LinkedHashSet<>(index.getOrDefault(identifier, Set.of()));
            scopes.removeIf(isFound.negate());
            found.put(identifier, scopes);
        }
        if (found.values().stream().mapToInt(Set::size).sum() > MOST) {
            throw new Refusal(ErrorCode.TOO_LARGE);
        }
        return found;
    }

    @Override
    public Map<ScopeId, Live> look(Collection<? extends ScopeId> scopes) {
        requireThere();
        var live = new LinkedHashMap<ScopeId, Live>();
        for (ScopeId scope : scopes) {
            Live found = open.get(scope);
            if (found != null) {
                live.put(scope, found);
            }
        }
        return live;
    }

    @Override
    public void mark(Collection<? extends ScopeId> scopes, ErasureId erasure) {
        requireThere();
        List.copyOf(whenMarking).forEach(Runnable::run);
        whenMarking.clear();
        scopes.stream().filter(open::containsKey).forEach(scope -> marks.put(scope, erasure));
    }

    @Override
    public void unmark(AccountId account, ErasureId erasure) {
        requireThere();
        marks.entrySet()
                .removeIf(
                        mark -> mark.getValue().equals(erasure) && isOpen(account, mark.getKey()));
    }

    @Override
    public void destroy(Collection<? extends ScopeId> scopes) {
        requireThere();
        var gone = new LinkedHashSet<ScopeId>(scopes);
        open.keySet().removeAll(gone);
        marks.keySet().removeAll(gone);
        remaining.removeAll(gone);
    }

    @Override
    public int remains(Collection<? extends ScopeId> scopes) {
        requireThere();
        return (int)
                scopes.stream()
                        .filter(scope -> open.containsKey(scope) || remaining.contains(scope))
                        .count();
    }

    private boolean isOpen(AccountId account, ScopeId scope) {
        Live live = open.get(scope);
        return live != null && live.account().equals(account);
    }

    /** In the time of its shard. */
    private Duration age(ScopeId scope) {
        Instant since = requireNonNull(open.get(scope)).since();
        return Duration.between(since, clock.instant().plus(ahead(scope)));
    }

    private Duration ahead(ScopeId scope) {
        return forward.getOrDefault(scope.shard(), Duration.ZERO);
    }

    private void requireThere() {
        if (isAway) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }
}
