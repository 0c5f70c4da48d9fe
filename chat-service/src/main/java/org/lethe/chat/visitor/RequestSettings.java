package org.lethe.chat.visitor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How often visitors may ask for a chat. */
@ConfigMapping(prefix = "lethe.chat.requests")
public interface RequestSettings {

    /** Requests that one visit may make at once. */
    @WithDefault("6")
    @Min(1)
    int requests();

    /** The time in which it may make as many again. */
    @WithDefault("1m")
    @DurationMin(seconds = 1)
    Duration requestsIn();

    /** Visits that are counted at a time; the least recent is forgotten. Ids only. */
    @WithDefault("20000")
    @Min(1)
    int trackedVisits();
}
