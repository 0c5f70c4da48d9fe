package org.lethe.privacy.redis;

import java.time.Duration;
import java.util.Optional;

/**
 * Where Redis is and how it is spoken to.
 *
 * @param uri {@code redis://}, {@code rediss://}, {@code redis-sentinel://host:port,…?#master} or
 *     {@code redis-cluster://host:port,…}
 * @param username of an ACL user, if Redis has one for the suite
 * @param password its password
 * @param timeout of one command
 * @param replicas how many must have confirmed a key's creation or destruction; 0 on one machine
 */
public record RedisSettings(
        String uri,
        Optional<String> username,
        Optional<String> password,
        Duration timeout,
        int replicas) {

    public RedisSettings {
        if (replicas < 0) {
            throw new IllegalArgumentException("replicas can't be negative");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("a time-out must be positive");
        }
        if (username.isPresent() && password.isEmpty()) {
            throw new IllegalArgumentException("a Redis user needs a password");
        }
    }

    /** No user, no replicas, two seconds a command. */
    public static RedisSettings of(String uri) {
        return new RedisSettings(uri, Optional.empty(), Optional.empty(), Duration.ofSeconds(2), 0);
    }

    public RedisSettings withReplicas(int count) {
        return new RedisSettings(uri, username, password, timeout, count);
    }

    public RedisSettings withTimeout(Duration limit) {
        return new RedisSettings(uri, username, password, limit, replicas);
    }

    public RedisSettings withUser(String name, String secret) {
        return new RedisSettings(uri, Optional.of(name), Optional.of(secret), timeout, replicas);
    }

    /** Silent about the password. */
    @Override
    public String toString() {
        return "RedisSettings[replicas=" + replicas + ", timeout=" + timeout + "]";
    }
}
