package org.lethe.runtime.limit;

import io.github.bucket4j.TimeMeter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The allowance of each of many, named by ids or keyed hashes; the least recently used is forgotten
 * when there are too many.
 */
final class Allowances {

    private final Map<String, Allowance> allowances;
    private final Rate rate;

    Allowances(Rate rate, int most) {
        this.rate = rate;
        this.allowances =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
                        return size() > most;
                    }
                };
    }

    Allowance of(String key) {
        synchronized (allowances) {
            return allowances.computeIfAbsent(
                    key, any -> rate.allowance(TimeMeter.SYSTEM_NANOTIME));
        }
    }
}
