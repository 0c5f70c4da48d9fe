package org.lethe.privacy.redis;

/** Redis is away, too slow, or refuses to write; nothing is known of what was asked. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(Throwable cause) {
        // Messages of the driver may quote arguments.
        super("the store is unavailable: " + cause.getClass().getSimpleName(), cause);
    }
}
