package org.lethe.chat.offline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How many offline messages are taken. */
@ConfigMapping(prefix = "lethe.chat.offline")
public interface OfflineSettings {

    /** Messages to one account at once from one address. */
    @WithDefault("10")
    @Min(1)
    int messages();

    /** The time in which as many may come again. */
    @WithDefault("10m")
    @DurationMin(seconds = 1)
    Duration messagesIn();

    /**
     * Pairs of account and address that are counted at a time, as keyed hashes; the least recent is
     * forgotten.
     */
    @WithDefault("20000")
    @Min(1)
    int trackedSenders();

    /** How long the same message, sent again, is known to be the same; only its hash is kept. */
    @WithDefault("36h")
    @DurationMin(minutes = 1)
    Duration repetition();

    /** After this long an attempt that was not finished, because we died, is taken back. */
    @WithDefault("30s")
    @DurationMin(seconds = 1)
    Duration patience();
}
