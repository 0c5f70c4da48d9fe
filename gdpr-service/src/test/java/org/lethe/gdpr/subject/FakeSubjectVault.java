package org.lethe.gdpr.subject;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.runtime.problem.Refusal;

/** A vault in memory that can be told what else happens while it is asked. */
public final class FakeSubjectVault implements SubjectVault {

    private final Map<ScopeId, Held.Live> open = new HashMap<>();
    private final Set<ScopeId> marked = new HashSet<>();
    private final Set<ScopeId> remaining = new HashSet<>();
    private final List<Runnable> whenMarking = new ArrayList<>();
    private boolean isAway;

    public void open(AccountId account, ScopeId scope, ScopeId... links) {
        open.put(scope, new Held.Live(account, Set.of(links)));
    }

    public void leaveRemains(ScopeId scope) {
        remaining.add(scope);
    }

    /** Runs once, before the next mark is set. */
    public void beforeMarking(Runnable action) {
        whenMarking.add(action);
    }

    /** From now on nothing can be destroyed, or can again. */
    public void setAway(boolean away) {
        isAway = away;
    }

    public boolean isOpen(ScopeId scope) {
        return open.containsKey(scope);
    }

    public Set<ScopeId> marked() {
        return marked;
    }

    @Override
    public Map<ScopeId, Held> look(Collection<? extends ScopeId> scopes) {
        var held = new LinkedHashMap<ScopeId, Held>();
        for (ScopeId scope : scopes) {
            Held.Live live = open.get(scope);
            held.put(scope, live == null ? new Held.Gone() : live);
        }
        return held;
    }

    @Override
    public void mark(Collection<? extends ScopeId> scopes, ErasureId erasure) {
        List.copyOf(whenMarking).forEach(Runnable::run);
        whenMarking.clear();
        marked.addAll(scopes);
    }

    @Override
    public void unmark(Collection<? extends ScopeId> scopes, ErasureId erasure) {
        marked.removeAll(new LinkedHashSet<>(scopes));
    }

    @Override
    public void destroy(Collection<? extends ScopeId> scopes) {
        if (isAway) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        open.keySet().removeAll(new LinkedHashSet<>(scopes));
        remaining.removeAll(new LinkedHashSet<>(scopes));
    }

    @Override
    public int remains(Collection<? extends ScopeId> scopes) {
        return (int) scopes.stream().filter(remaining::contains).count();
    }
}
