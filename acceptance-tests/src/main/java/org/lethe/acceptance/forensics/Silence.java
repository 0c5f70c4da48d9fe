package org.lethe.acceptance.forensics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.id.VisitId;

/**
 * Visits whose pages say nothing any more. Only a page moves a visit's deadline: that its socket
 * ends, as it does when a silent page is hung up on, is no sign of life.
 */
final class Silence {
    /** A frame may still be on its way; a socket ends after half of a visit's lifetime. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final RedisKeys redis;
    private final Duration lifetime;
    private final Map<VisitId, Instant> due = new HashMap<>();
    private final Map<VisitId, Finding.Hit> outlived = new HashMap<>();

    Silence(RedisKeys redis, Duration lifetime) {
        this.redis = redis;
        this.lifetime = lifetime;
    }

    /** From now on the visit's page says nothing. */
    void begin(VisitId visit) {
        due.put(visit, Instant.now().plus(lifetime).plus(SLACK));
    }

    /** Looks up to when the visits may live now. */
    void look() {
        due.forEach((visit, end) -> {
            if (redis.deadline(visit).filter(end::isBefore).isPresent()) {
                outlived.put(
                        visit,
                        new Finding.Hit(RedisKeys.deadlines(visit), "visit prolonged by nobody"));
            }
        });
    }

    /** The deadlines that moved all the same. */
    List<Finding> outlived() {
        return List.of(
                outlived.isEmpty()
                        ? new Finding.Clean(redis.name())
                        : new Finding.Found(redis.name(), List.copyOf(outlived.values())));
    }
}
