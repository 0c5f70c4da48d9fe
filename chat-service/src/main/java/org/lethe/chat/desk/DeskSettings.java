package org.lethe.chat.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long operators count as online; ids only. */
@ConfigMapping(prefix = "lethe.chat.desk")
public interface DeskSettings {

    /**
     * How long an operator counts as online after a sign of life. Renewed every five seconds, three
     * times within the shortest: one renewal that fails must not close the desk.
     */
    @WithDefault("15s")
    @DurationMin(seconds = 15)
    Duration lease();

    /**
     * How long one counts who went without saying away, so that a reload does not close the desk.
     */
    @WithDefault("3s")
    @DurationMin
    Duration grace();
}
