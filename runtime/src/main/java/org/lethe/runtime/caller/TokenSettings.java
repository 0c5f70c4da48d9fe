package org.lethe.runtime.caller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Tokens that Lethe makes for visitors. */
@ConfigMapping(prefix = "lethe.tokens")
public interface TokenSettings {

    /**
     * How long a visitor's token is valid, 12 hours at most.
     *
     * <p>It gives nothing when its visit or chat is destroyed, which is minutes after the visitor
     * left; each new connection brings a new token.
     */
    @WithDefault("12h")
    Duration lifetime();
}
