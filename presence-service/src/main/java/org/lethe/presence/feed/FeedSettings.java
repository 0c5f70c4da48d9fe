package org.lethe.presence.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the list of visitors is kept up to date. Nothing of it is stored. */
@ConfigMapping(prefix = "lethe.presence.feed")
public interface FeedSettings {

    /** Changes of this time are fetched and sent together; a tenth of a second at most. */
    @WithDefault("80ms")
    Duration window();

    /** How often lists are compared with the store, in case a signal was missed. */
    @WithDefault("10s")
    Duration repairEvery();
}
