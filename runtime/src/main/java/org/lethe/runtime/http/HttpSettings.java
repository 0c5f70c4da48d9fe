package org.lethe.runtime.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a request may bring. */
@ConfigMapping(prefix = "lethe.http")
public interface HttpSettings {

    /**
     * The longest body in bytes. What has a body type of its own, as an upload has, may raise it;
     * {@code quarkus.http.limits.max-body-size} must not be smaller.
     */
    @WithDefault("65536")
    long maxBodySize();
}
