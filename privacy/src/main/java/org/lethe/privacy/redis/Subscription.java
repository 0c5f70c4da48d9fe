package org.lethe.privacy.redis;

/** Ends the listening to a channel when closed. */
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
