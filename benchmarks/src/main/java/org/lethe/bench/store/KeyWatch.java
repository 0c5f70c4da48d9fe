package org.lethe.bench.store;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.Waiting;

/** Sees keys go. One look for all at a time: a look each would be the load. */
public final class KeyWatch {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private KeyWatch() {}

    /**
     * Looks until the keys of all scopes are gone, or for two minutes; what is still there then is
     * not recorded.
     *
     * @param begin from which the times count
     */
    public static Latencies untilGone(BenchedStore store, List<String> scopes, long begin) {
        var gone = new Latencies();
        List<String> left = scopes;
        while (!left.isEmpty() && System.nanoTime() - begin < PATIENCE.toNanos()) {
            Set<String> readable = store.readable(left);
            long now = System.nanoTime();
            left.stream()
                    .filter(scope -> !readable.contains(scope))
                    .forEach(_ -> gone.record(now - begin));
            left = List.copyOf(readable);
            Waiting.millis(2);
        }
        return gone;
    }
}
