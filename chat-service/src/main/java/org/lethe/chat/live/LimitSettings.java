package org.lethe.chat.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** What one socket may do in a time; more is refused, or dropped where nothing is lost by it. */
@ConfigMapping(prefix = "lethe.chat.limits")
public interface LimitSettings {

    /** Messages at once; the next is refused as one too many. */
    @WithDefault("30")
    @Min(1)
    int messages();

    /** The time in which as many messages may be sent again. */
    @WithDefault("15s")
    @DurationMin(seconds = 1)
    Duration messagesIn();

    /** Signs of typing and reading at once; more are dropped. */
    @WithDefault("20")
    @Min(1)
    int signals();

    /** The time in which as many signs may be given again. */
    @WithDefault("5s")
    @DurationMin(seconds = 1)
    Duration signalsIn();
}
