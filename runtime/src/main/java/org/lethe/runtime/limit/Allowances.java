package org.lethe.runtime.limit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The allowance of each of many; the least recently used is forgotten when there are too many.
 *
 * @param <K> not personal: an id, or a keyed hash
 */
public final class Allowances<K> {

    private final Map<K, Allowance> allowances;
    private final Rate rate;

    public Allowances(Rate rate, int most) {
        this.rate = rate;
        this.allowances =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, Allowance> eldest) {
                        return size() > most;
                    }
                };
    }

    /** Whether the key may do it once more now. */
    public boolean take(K key) {
        Allowance allowance;
        synchronized (allowances) {
            allowance = allowances.computeIfAbsent(key, any -> rate.allowance());
        }
        return allowance.take();
    }
}
