package org.lethe.runtime.limit;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where all replicas keep what is left of shared limits. Names are hashes; every value runs out.
 * All methods throw a {@link org.lethe.privacy.redis.StoreUnavailableException} while it is away.
 */
interface LimitStore {

    Optional<byte[]> read(String name);

    /**
     * Replaces a value, unless somebody else did meanwhile.
     *
     * @param expected the value that it has, or null if there is none
     * @return false if it has another
     */
    boolean replace(String name, byte @Nullable [] expected, byte[] value, Duration life);

    /** Puts a value down where there is none; returns the one that is there then. */
    byte[] share(String name, byte[] value, Duration life);
}
