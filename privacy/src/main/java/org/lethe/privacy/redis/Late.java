package org.lethe.privacy.redis;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What may open later than we start. Until then it is away, as it is when Redis goes: whoever can
 * live through an outage can start in one.
 */
final class Late<T> {

    private final Supplier<T> opening;
    private volatile @Nullable T opened;
    private volatile RuntimeException failure = new IllegalStateException("not connected yet");

    Late(Supplier<T> opening) {
        this.opening = opening;
    }

    /** Tries once; for one thread. Throws whatever the driver does. */
    void open() {
        if (opened == null) {
            try {
                opened = opening.get();
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }
    }

    /** Throws {@link StoreUnavailableException} while it is not there, of what kept it so far. */
    T get() {
        T there = opened;
        if (there == null) {
            throw new StoreUnavailableException(failure);
        }
        return there;
    }

    Optional<T> ifOpen() {
        return Optional.ofNullable(opened);
    }
}
