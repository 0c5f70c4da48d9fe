package org.lethe.bench.growth;

import java.util.List;
import org.lethe.bench.report.Figure;
import org.lethe.bench.store.BenchedStore;

/**
 * What the store holds.
 *
 * @param bytes that it uses
 * @param visits that are open, where nothing else is
 */
record Kept(long bytes, long visits) {

    static Kept in(BenchedStore store) {
        return new Kept(store.usedMemory(), store.open());
    }

    /** What came to it after an earlier moment. */
    Kept beyond(Kept before) {
        return new Kept(bytes - before.bytes, visits - before.visits);
    }

    List<Figure> figures() {
        return List.of(
                new Figure("still there", (double) visits, "visits"),
                new Figure("kept in Redis of one", (double) bytes / Math.max(1, visits), "bytes"));
    }
}
