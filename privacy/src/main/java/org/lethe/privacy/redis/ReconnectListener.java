package org.lethe.privacy.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import java.net.SocketAddress;

/** Tells when a connection is back; registered after the first connect, so never for that one. */
final class ReconnectListener implements RedisConnectionStateListener {

    private final Runnable onReconnected;

    ReconnectListener(Runnable onReconnected) {
        this.onReconnected = onReconnected;
    }

    @Override
    public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
        // Whoever listens will talk to Redis, which this thread must not wait for.
        Thread.startVirtualThread(onReconnected);
    }
}
