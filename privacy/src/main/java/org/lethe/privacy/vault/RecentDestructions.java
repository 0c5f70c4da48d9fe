package org.lethe.privacy.vault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ScopeId;

/**
 * What was destroyed lately, to be destroyed again after a fail-over: the promoted replica may not
 * have heard of it.
 */
final class RecentDestructions {

    /** Replicas that lag by more than ten seconds stop the primary from writing. */
    private static final Duration WINDOW = Duration.ofMinutes(2);

    private static final int MOST = 50_000;

    private final Map<ScopeId, Destruction> recent = new LinkedHashMap<>();

    synchronized void add(ScopeId scope, DestroyReason reason) {
        long now = System.nanoTime();
        recent.putIfAbsent(scope, new Destruction(scope, reason, now));
        var oldest = recent.values().iterator();
        while (oldest.hasNext()) {
            Destruction next = oldest.next();
            if (recent.size() <= MOST && now - next.at() < WINDOW.toNanos()) {
                return;
            }
            oldest.remove();
        }
    }

    synchronized List<Destruction> all() {
        return new ArrayList<>(recent.values());
    }

    record Destruction(ScopeId scope, DestroyReason reason, long at) {}
}
