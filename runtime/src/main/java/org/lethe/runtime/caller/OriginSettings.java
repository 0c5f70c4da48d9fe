package org.lethe.runtime.caller;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Pages of our own that call the services. */
@ConfigMapping(prefix = "lethe.origins")
public interface OriginSettings {

    /**
     * The origins that the console is served from, such as {@code https://chat.example}; without
     * any, operators call from programs only.
     */
    Optional<Set<String>> console();
}
