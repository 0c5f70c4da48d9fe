package org.lethe.presence.visit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The rhythm of visits. None of these can make a visit live longer than its lifetime. */
@ConfigMapping(prefix = "lethe.presence.visit")
public interface VisitSettings {

    /** How often a page is to send a heartbeat; a fifth of the lifetime at most. */
    @WithDefault("25s")
    Duration heartbeat();

    /**
     * After this long without a heartbeat a visitor counts as leaving. Above a minute, since
     * browsers let a page in the background wake up once a minute; half the lifetime at most.
     */
    @WithDefault("85s")
    Duration silence();

    /** How often the heartbeats of all visits are written, in one batch. */
    @WithDefault("5s")
    Duration renewEvery();
}
