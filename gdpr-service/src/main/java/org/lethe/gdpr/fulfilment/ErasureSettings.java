package org.lethe.gdpr.fulfilment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How erasures are seen to their end. None of it changes when an erasure has effect: at once. */
@ConfigMapping(prefix = "lethe.erasure")
public interface ErasureSettings {

    /** Within which a receipt is promised to the controller; a service that is down delays it. */
    @WithDefault("PT5M")
    Duration expectedTime();

    /**
     * After which a request that stands still is taken up by the sweep; longer than one request
     * takes, so that the sweep does not work beside it.
     */
    @WithDefault("PT3S")
    Duration resumeAfter();

    /** How often the sweep looks for requests that stand still: one round trip to the store. */
    Duration sweepInterval();

    /**
     * After which services that have not answered are asked again: what is told on Kafka is told
     * once, and a service may have given up on it.
     */
    @WithDefault("PT2M")
    Duration askAgainAfter();

    /**
     * After which a receipt is given that names the services which did not answer. The service does
     * not start unless it is less than the lifetime of an erasure, 24 hours at most, after which
     * the request itself, selectors included, is destroyed.
     */
    @WithDefault("PT23H30M")
    Duration answersAwaited();
}
