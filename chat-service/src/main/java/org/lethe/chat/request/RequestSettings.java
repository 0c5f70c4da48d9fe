package org.lethe.chat.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often visitors may ask for a chat. */
@ConfigMapping(prefix = "lethe.chat.requests")
public interface RequestSettings {

    /** Requests that one visit may make at once. */
    @WithDefault("6")
    int requests();

    /** The time in which it may make as many again. */
    @WithDefault("1m")
    Duration requestsIn();

    /** Visits that are counted at a time; the least recent is forgotten. Ids only. */
    @WithDefault("20000")
    int trackedVisits();
}
