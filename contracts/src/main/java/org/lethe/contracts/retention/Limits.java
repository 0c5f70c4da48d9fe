package org.lethe.contracts.retention;

import java.time.Duration;
import java.util.Optional;

/**
 * The times of a category.
 *
 * @param lifetime from opening or last renewal to destruction, unless configured shorter
 * @param ceiling no lifetime may reach beyond it, whatever is configured
 * @param total from opening, however often the data is renewed; empty where renewing has no end
 */
public record Limits(Duration lifetime, Duration ceiling, Optional<Duration> total) {

    public Limits {
        if (!lifetime.isPositive() || lifetime.compareTo(ceiling) > 0) {
            throw new IllegalArgumentException("a lifetime must be positive and below its ceiling");
        }
    }

    static Limits renewed(Duration lifetime, Duration ceiling) {
        return new Limits(lifetime, ceiling, Optional.empty());
    }

    static Limits renewed(Duration lifetime, Duration ceiling, Duration total) {
        return new Limits(lifetime, ceiling, Optional.of(total));
    }

    static Limits once(Duration lifetime, Duration ceiling) {
        return new Limits(lifetime, ceiling, Optional.of(ceiling));
    }
}
