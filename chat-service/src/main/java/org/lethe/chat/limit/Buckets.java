package org.lethe.chat.limit;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bucket of tokens for each of many keys, the least recently used of which is forgotten when
 * there are too many.
 *
 * @param <K> not personal: an id, or a keyed hash
 */
public final class Buckets<K> {
    private final Map<K, Bucket> buckets;
    private final Rate rate;

    public Buckets(Rate rate, int most) {
        this.rate = rate;
        this.buckets =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, Bucket> eldest) {
                        return size() > most;
                    }
                };
    }

    /** Whether the key may do it once more now. */
    public boolean take(K key) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(key, any -> rate.bucket());
        }
        return bucket.tryConsume(1);
    }

    /**
     * So many at once, and again as many over a time.
     *
     * @param refill the time in which an empty bucket fills up
     */
    public record Rate(int burst, Duration refill) {

        /** A full bucket of its own. */
        public Bucket bucket() {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(burst).refillGreedy(burst, refill))
                    .build();
        }
    }
}
