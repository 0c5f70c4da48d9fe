package org.lethe.bench.load;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The visitors that a console was told of, and when the first and the last of them came up, by the
 * clock of {@link System#nanoTime()}. One thread adds; any may look.
 */
final class Rows {

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile long firstAt;
    private volatile long lastAt;

    /** Nothing new of who is known. */
    void add(String visit) {
        if (known.contains(visit)) {
            return;
        }
        // Before the count: who has seen that has the times.
        lastAt = System.nanoTime();
        if (known.isEmpty()) {
            firstAt = lastAt;
        }
        known.add(visit);
    }

    long count() {
        return known.size();
    }

    long firstAt() {
        return firstAt;
    }

    long lastAt() {
        return lastAt;
    }
}
