package org.lethe.chat.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How soon changes of the queue are told; no effect on personal data. */
@ConfigMapping(prefix = "lethe.chat.board")
public interface BoardSettings {

    /** Changes of the queue within this time are told at once. */
    @WithDefault("50ms")
    @DurationMin(millis = 1)
    Duration coalesce();

    /** After this long it is told again what could not be, because the store was away. */
    @WithDefault("2s")
    @DurationMin(millis = 10)
    Duration repeat();
}
