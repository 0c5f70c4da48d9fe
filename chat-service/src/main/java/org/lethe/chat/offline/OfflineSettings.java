package org.lethe.chat.offline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How offline messages are taken; how many, {@code lethe.limits} says. */
@ConfigMapping(prefix = "lethe.chat.offline")
public interface OfflineSettings {

    /**
     * How long the same message, sent again, is known to be the same; only its hash is kept. What
     * is longer would be taken for a record that nobody ends.
     */
    @WithDefault("36h")
    @DurationMin(minutes = 1)
    @DurationMax(hours = 36)
    Duration repetition();

    /** After this long an attempt that was not finished, because we died, is taken back. */
    @WithDefault("30s")
    @DurationMin(seconds = 1)
    Duration patience();
}
