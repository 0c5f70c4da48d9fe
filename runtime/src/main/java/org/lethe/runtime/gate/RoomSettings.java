package org.lethe.runtime.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How full Redis may be, in percent of its {@code maxmemory}, before what is new has to come back.
 * The rest is for what lives: its messages, its end, its letters. Nothing is refused where Redis
 * has no {@code maxmemory}.
 */
@ConfigMapping(prefix = "lethe.room")
public interface RoomSettings {

    /** From here on no visit is opened, until it is 5 percent less. */
    @WithDefault("60")
    @Min(1)
    @Max(100)
    int visits();

    /** From here on no chat is opened and no offline message taken, until it is 5 percent less. */
    @WithDefault("75")
    @Min(1)
    @Max(100)
    int words();
}
