package org.lethe.gdpr.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long requests are kept that wait for somebody. */
@ConfigMapping(prefix = "lethe.access")
public interface RequestSettings {

    /**
     * How long the selectors of an access request are kept for its results to be fetched. Never
     * longer than the lifetime of an erasure, 24 hours at most; the service does not start with
     * more.
     */
    @WithDefault("PT1H")
    Duration resultsLifetime();
}
