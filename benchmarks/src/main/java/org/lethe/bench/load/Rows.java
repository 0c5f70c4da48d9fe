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
        boolean isFirst = known.isEmpty();
        if (known.add(visit)) {
            long now = System.nanoTime();
            if (isFirst) {
                firstAt = now;
            }
            lastAt = now;
        }
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
