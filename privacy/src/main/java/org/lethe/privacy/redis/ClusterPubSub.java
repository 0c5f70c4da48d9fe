package org.lethe.privacy.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.pubsub.StatefulRedisClusterPubSubConnection;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;

/**
 * Signals in a cluster: plain channels over any node, sharded ones over the node of their slot.
 *
 * <p>When a slot moves, the old node's subscription is worth nothing and the new node knows of
 * none: {@link #follow()} is to be called again and again.
 */
final class ClusterPubSub implements PubSubLink {

    private static final Log LOG = Log.of(ClusterPubSub.class);
    private static final String NOWHERE = "";

    private final StatefulRedisClusterPubSubConnection<String, byte[]> connection;
    private final SingleTopology.Forwarder forwarder;
    private final Map<String, StatefulRedisPubSubConnection<String, byte[]>> nodes =
            new HashMap<>();
    private final Map<Channel, String> places = new HashMap<>();

    ClusterPubSub(
            StatefulRedisClusterPubSubConnection<String, byte[]> connection, Receiver receiver) {
        this.connection = connection;
        this.forwarder = new SingleTopology.Forwarder(receiver);
        connection.addListener(forwarder);
    }

    @Override
    public CompletionStage<Void> subscribe(Channel channel) {
        if (!channel.sharded()) {
            return connection.async().subscribe(channel.name());
        }
        try {
            return subscribeAtHolder(channel);
        } catch (RuntimeException e) {
            // Nobody listens to it: it is not to be followed.
            drop(channel);
            throw e;
        }
    }

    @Override
    public synchronized CompletionStage<Void> unsubscribe(Channel channel) {
        if (!channel.sharded()) {
            return connection.async().unsubscribe(channel.name());
        }
        String place = places.remove(channel);
        StatefulRedisPubSubConnection<String, byte[]> node = nodes.get(place);
        return node == null
                ? CompletableFuture.completedFuture(null)
                : node.async().sunsubscribe(channel.name());
    }

    /** Subscribes again what has moved, and what could not be subscribed the last time. */
    void follow() {
        for (Channel channel : moved()) {
            try {
                subscribeAtHolder(channel);
            } catch (RuntimeException e) {
                LOG.debug("A channel's new node is not there yet", LogKey.REASON.of(e));
            }
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    private synchronized CompletionStage<Void> subscribeAtHolder(Channel channel) {
        places.put(channel, NOWHERE);
        String place = holder(channel);
        CompletionStage<Void> reply = node(channel, place).async().ssubscribe(channel.name());
        places.put(channel, place);
        return reply.whenComplete((done, failure) -> {
            if (failure != null) {
                forget(channel, place);
            }
        });
    }

    private synchronized void drop(Channel channel) {
        places.remove(channel);
    }

    private synchronized void forget(Channel channel, String place) {
        places.replace(channel, place, NOWHERE);
    }

    private synchronized List<Channel> moved() {
        return places.entrySet().stream()
                .filter(entry -> hasMoved(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean hasMoved(Channel channel, String place) {
        try {
            return !holder(channel).equals(place);
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    private String holder(Channel channel) {
        RedisURI uri = uri(channel);
        return uri.getHost() + ":" + uri.getPort();
    }

    private RedisURI uri(Channel channel) {
        return ClusterTopology.holder(connection.getPartitions(), channel.name()).getUri();
    }

    private StatefulRedisPubSubConnection<String, byte[]> node(Channel channel, String place) {
        return nodes.computeIfAbsent(
                place,
                address -> {
                    RedisURI uri = uri(channel);
                    StatefulRedisPubSubConnection<String, byte[]> node =
                            connection.getConnection(uri.getHost(), uri.getPort());
                    node.addListener(forwarder);
                    return node;
                });
    }
}
