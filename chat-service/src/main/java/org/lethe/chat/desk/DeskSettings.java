package org.lethe.chat.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long operators count as online, and how soon changes of the queue are told. */
@ConfigMapping(prefix = "lethe.chat.desk")
public interface DeskSettings {

    /**
     * How long an operator counts as online after a sign of life; renewed three times within it.
     */
    @WithDefault("15s")
    Duration lease();

    /**
     * How long one counts who went without saying away, so that a reload does not close the desk.
     */
    @WithDefault("3s")
    Duration grace();

    /** Changes of the queue within this time are told at once. */
    @WithDefault("50ms")
    Duration coalesce();
}
