package org.lethe.runtime.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.lethe.privacy.redis.RedisSettings;

/** The Redis that holds the keys. It must write to no disk; the admission gate looks. */
@ConfigMapping(prefix = "lethe.redis")
public interface StoreSettings {

    /**
     * {@code redis://}, {@code rediss://}, {@code redis-sentinel://host:port,…?#master} or {@code
     * redis-cluster://host:port,…}.
     */
    String uri();

    /** An ACL user without dangerous and administrative commands. */
    Optional<String> username();

    Optional<String> password();

    /** Of one command. */
    @WithDefault("2s")
    Duration timeout();

    /**
     * How many replicas must have confirmed that a key was made or destroyed; 0 is for one machine,
     * where the loss of Redis is the loss of all that is alive.
     */
    @WithDefault("0")
    int replicas();

    default RedisSettings settings() {
        return new RedisSettings(uri(), username(), password(), timeout(), replicas());
    }
}
