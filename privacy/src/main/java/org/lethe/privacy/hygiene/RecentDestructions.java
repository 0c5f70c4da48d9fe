package org.lethe.privacy.hygiene;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.signal.Destruction;

/**
 * What was destroyed lately. It is destroyed again after a fail-over, for the promoted replica may
 * not have heard of it; and who read a key just before must not hold it just after.
 */
public final class RecentDestructions {

    /** Replicas that lag by more than ten seconds stop the primary from writing. */
    private static final Duration WINDOW = Duration.ofMinutes(2);

    private static final int MOST = 50_000;

    private final Map<ScopeId, Recent> recent = new LinkedHashMap<>();

    /** The first reason stays; that of the address alone gives way to that of the whole. */
    public synchronized void add(Destruction destruction) {
        long now = System.nanoTime();
        recent.merge(
                destruction.scope(),
                new Recent(destruction, now),
                (old, added) -> old.what() instanceof Destruction.Whole ? old : added);
        var oldest = recent.values().iterator();
        while (oldest.hasNext()) {
            Recent next = oldest.next();
            if (recent.size() <= MOST && now - next.at() < WINDOW.toNanos()) {
                return;
            }
            oldest.remove();
        }
    }

    synchronized Optional<Destruction> find(ScopeId scope) {
        return Optional.ofNullable(recent.get(scope)).map(Recent::what);
    }

    public synchronized List<Destruction> all() {
        return recent.values().stream().map(Recent::what).toList();
    }

    private record Recent(Destruction what, long at) {}
}
