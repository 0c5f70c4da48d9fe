package org.lethe.runtime.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How much a request may bring, and how slowly it may come and its answer be taken. */
@ConfigMapping(prefix = "lethe.http")
public interface HttpSettings {

    /**
     * The longest body in bytes. What has a body type of its own, as an upload has, may raise it;
     * {@code quarkus.http.limits.max-body-size} must not be smaller.
     */
    @WithDefault("65536")
    long maxBodySize();

    /**
     * Time for a body, beside what it takes at {@link #leastRate}; then its sender is hung up on.
     * As long waits what its reader has not taken of an answer that was written to its end.
     */
    @WithDefault("20s")
    Duration bodyTime();

    /** Bytes of a body that come, or of an answer that are taken, each second at least. */
    @WithDefault("16384")
    @Min(1)
    long leastRate();
}
