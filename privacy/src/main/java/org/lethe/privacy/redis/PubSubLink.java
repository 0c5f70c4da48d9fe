package org.lethe.privacy.redis;

import java.util.concurrent.CompletionStage;

/** One logical connection for signals. */
interface PubSubLink extends AutoCloseable {

    CompletionStage<Void> subscribe(Channel channel);

    CompletionStage<Void> unsubscribe(Channel channel);

    @Override
    void close();

    /**
     * A channel.
     *
     * @param sharded whether it lives on the node of its tag instead of everywhere
     */
    record Channel(String name, boolean sharded) {}

    /** Called on the driver's threads: must not block. */
    interface Receiver {

        void onMessage(Channel channel, byte[] payload);

        /** The server confirmed a subscription: the first one, and one after each reconnect. */
        void onSubscribed(Channel channel);
    }
}
