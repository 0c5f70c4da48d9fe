package org.lethe.bench.store;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.Waiting;

/** Sees keys go. One look for all at a time: a look each would be the load. */
public final class KeyWatch {

    private static final int LEAST_PAUSE_MILLIS = 2;
    private static final int KEYS_A_MILLI = 100;
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
            // The more there are, the longer a look takes of the store's time.
            Waiting.millis(LEAST_PAUSE_MILLIS + left.size() / KEYS_A_MILLI);
        }
        return gone;
    }
}
