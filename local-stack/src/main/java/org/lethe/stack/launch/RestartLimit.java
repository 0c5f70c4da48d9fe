package org.lethe.stack.launch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.lethe.stack.service.ServiceInstance;

/** How often a service is started again: one that ends and ends is not mended by a start. */
final class RestartLimit {

    static final String REACHED = "for the fourth time within five minutes";

    private static final int RESTARTS = 3;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private final LongSupplier nanos;
    private final Map<ServiceInstance, Deque<Long>> ends = new HashMap<>();

    /**
     * @param nanos the time, as of {@link System#nanoTime()}
     */
    RestartLimit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Counts an end of the service, and says whether it may be started again. */
    boolean allows(ServiceInstance service) {
        long now = nanos.getAsLong();
        Deque<Long> recent = ends.computeIfAbsent(service, _ -> new ArrayDeque<>());
        recent.removeIf(end -> now - end >= WITHIN.toNanos());
        recent.add(now);
        return recent.size() <= RESTARTS;
    }
}
