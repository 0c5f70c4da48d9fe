package org.lethe.privacy.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.lethe.privacy.redis.node.Address;

/** One Redis or a cluster of them: opens the connections. */
sealed interface Topology extends AutoCloseable permits SingleTopology, ClusterTopology {

    RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    /** Opens a connection; {@code onReconnected} is called after each later reconnect. */
    Link connect(Runnable onReconnected);

    PubSubLink connectPubSub(PubSubLink.Receiver receiver);

    /** Whether one node has all shards, so that a script may work on several at a time. */
    boolean isOneNode();

    /** The threads that all connections share. */
    ClientResources resources();

    @Override
    void close();

    static Topology of(RedisSettings settings) {
        return settings.uri().startsWith(ClusterTopology.SCHEME)
                ? new ClusterTopology(settings)
                : new SingleTopology(settings);
    }

    /** An address with the suite's user. */
    static RedisURI uri(String address, RedisSettings settings) {
        return withUser(RedisURI.create(address), settings);
    }

    /** A node as others tell of it, spoken to as the settings say. */
    static RedisURI uri(Address node, RedisSettings settings) {
        RedisURI uri = RedisURI.create(node.host(), node.port());
        if (!settings.uri().startsWith(ClusterTopology.SCHEME)) {
            uri.applySsl(RedisURI.create(settings.uri()));
        }
        return withUser(uri, settings);
    }

    private static RedisURI withUser(RedisURI uri, RedisSettings settings) {
        uri.setTimeout(settings.timeout());
        settings.password()
                .map(password -> RedisCredentials.just(settings.username().orElse(null), password))
                .map(user -> RedisCredentialsProvider.from(() -> user))
                .ifPresent(uri::setCredentialsProvider);
        return uri;
    }

    /** Two threads do: services block on virtual threads, not here. */
    static ClientResources newResources() {
        return DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                // The driver's own delay grows to 30 s, too long after a fail-over.
                .reconnectDelay(
                        Delay.exponential(
                                Duration.ofMillis(5),
                                Duration.ofMillis(500),
                                2,
                                TimeUnit.MILLISECONDS))
                .build();
    }

    static <B extends ClientOptions.Builder> B options(B builder, RedisSettings settings) {
        builder.autoReconnect(true)
                .requestQueueSize(50_000)
                .timeoutOptions(TimeoutOptions.enabled(settings.timeout()))
                .socketOptions(
                        SocketOptions.builder()
                                .connectTimeout(settings.timeout())
                                .tcpNoDelay(true)
                                // A node that vanished sends no FIN: notice it within seconds.
                                .keepAlive(
                                        SocketOptions.KeepAliveOptions.builder()
                                                .enable()
                                                .idle(Duration.ofSeconds(5))
                                                .interval(Duration.ofSeconds(2))
                                                .count(3)
                                                .build())
                                .build());
        return builder;
    }
}
