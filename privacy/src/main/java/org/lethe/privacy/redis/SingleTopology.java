package org.lethe.privacy.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** One primary, at a fixed address or told by sentinels; keys are never read from a replica. */
final class SingleTopology implements Topology {

    private final ClientResources resources = Topology.newResources();
    private final RedisClient client;

    SingleTopology(RedisSettings settings) {
        client = RedisClient.create(resources, Topology.uri(settings.uri(), settings));
        client.setOptions(Topology.options(ClientOptions.builder(), settings).build());
    }

    @Override
    public Link connect(Runnable onReconnected) {
        StatefulRedisConnection<String, byte[]> connection = client.connect(CODEC);
        connection.addListener(new ReconnectListener(onReconnected));
        return new SingleLink(connection);
    }

    @Override
    public PubSubLink connectPubSub(PubSubLink.Receiver receiver) {
        StatefulRedisPubSubConnection<String, byte[]> connection = client.connectPubSub(CODEC);
        connection.addListener(new Forwarder(receiver));
        return new SinglePubSub(connection);
    }

    @Override
    public boolean isOneNode() {
        return true;
    }

    @Override
    public ClientResources resources() {
        return resources;
    }

    @Override
    public void close() {
        client.shutdown();
        var _ = resources.shutdown();
    }

    private record SingleLink(StatefulRedisConnection<String, byte[]> connection) implements Link {

        @Override
        public RedisClusterAsyncCommands<String, byte[]> commands() {
            return connection.async();
        }

        @Override
        public RedisClusterAsyncCommands<String, byte[]> node(int shard) {
            return connection.async();
        }

        @Override
        public List<Node> nodes() {
            return List.of(new Node(0, connection.async()));
        }

        @Override
        public void close() {
            connection.close();
        }
    }

    private record SinglePubSub(StatefulRedisPubSubConnection<String, byte[]> connection)
            implements PubSubLink {

        @Override
        public CompletionStage<Void> subscribe(Channel channel) {
            return channel.sharded()
                    ? connection.async().ssubscribe(channel.name())
                    : connection.async().subscribe(channel.name());
        }

        @Override
        public CompletionStage<Void> unsubscribe(Channel channel) {
            return channel.sharded()
                    ? connection.async().sunsubscribe(channel.name())
                    : connection.async().unsubscribe(channel.name());
        }

        @Override
        public void close() {
            connection.close();
        }
    }

    /** Hands the driver's calls on. */
    static final class Forwarder extends RedisPubSubAdapter<String, byte[]> {

        private final PubSubLink.Receiver receiver;

        Forwarder(PubSubLink.Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public void message(String channel, byte[] message) {
            receiver.onMessage(new PubSubLink.Channel(channel, false), message);
        }

        @Override
        public void smessage(String channel, byte[] message) {
            receiver.onMessage(new PubSubLink.Channel(channel, true), message);
        }

        @Override
        public void subscribed(String channel, long count) {
            receiver.onSubscribed(new PubSubLink.Channel(channel, false));
        }

        @Override
        public void ssubscribed(String channel, long count) {
            receiver.onSubscribed(new PubSubLink.Channel(channel, true));
        }
    }
}
