package org.lethe.privacy.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.PartitionSelectorException;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.event.ClusterTopologyChangedEvent;
import io.lettuce.core.cluster.models.partitions.Partitions;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lethe.contracts.id.Shard;

/** A Redis Cluster: the shards' tags spread over its slots. */
final class ClusterTopology implements Topology {

    static final String SCHEME = "redis-cluster://";

    private static final Duration FOLLOW = Duration.ofSeconds(1);

    private final ClientResources resources = Topology.newResources();
    private final RedisClusterClient client;

    ClusterTopology(RedisSettings settings) {
        List<RedisURI> seeds =
                Arrays.stream(settings.uri().substring(SCHEME.length()).split(",", -1))
                        .map(seed -> Topology.uri("redis://" + seed, settings))
                        .toList();
        client = RedisClusterClient.create(resources, seeds);
        ClusterClientOptions.Builder options =
                Topology.options(ClusterClientOptions.builder(), settings);
        options.topologyRefreshOptions(
                ClusterTopologyRefreshOptions.builder()
                        .enableAllAdaptiveRefreshTriggers()
                        .adaptiveRefreshTriggersTimeout(Duration.ofMillis(500))
                        .enablePeriodicRefresh(Duration.ofSeconds(10))
                        .build());
        client.setOptions(options.build());
    }

    @Override
    public Link connect(Runnable onReconnected) {
        StatefulRedisClusterConnection<String, byte[]> connection = client.connect(CODEC);
        connection.addListener(new ReconnectListener(onReconnected));
        // A fail-over to a node that was connected before is no reconnect.
        var _ =
                resources
                        .eventBus()
                        .get()
                        .ofType(ClusterTopologyChangedEvent.class)
                        .subscribe(event -> Thread.startVirtualThread(onReconnected));
        return new ClusterLink(connection);
    }

    @Override
    public PubSubLink connectPubSub(PubSubLink.Receiver receiver) {
        var pubSub = new ClusterPubSub(client.connectPubSub(CODEC), receiver);
        Runnable follow = () -> Thread.startVirtualThread(pubSub::follow);
        long pause = FOLLOW.toMillis();
        var _ =
                resources
                        .eventExecutorGroup()
                        .scheduleWithFixedDelay(follow, pause, pause, TimeUnit.MILLISECONDS);
        return pubSub;
    }

    @Override
    public boolean isOneNode() {
        return false;
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

    static RedisClusterNode holder(Partitions partitions, String key) {
        int slot = SlotHash.getSlot(key);
        RedisClusterNode node = partitions.getMasterBySlot(slot);
        if (node == null) {
            throw new StoreUnavailableException(
                    new PartitionSelectorException("no primary for slot " + slot, partitions));
        }
        return node;
    }

    private record ClusterLink(StatefulRedisClusterConnection<String, byte[]> connection)
            implements Link {

        @Override
        public RedisClusterAsyncCommands<String, byte[]> commands() {
            return connection.async();
        }

        // By host and port: asked for by node id, the driver opens another connection, and neither
        // WAIT nor a scrub would meet the one that the commands went over.
        @Override
        public RedisClusterAsyncCommands<String, byte[]> node(int shard) {
            RedisURI uri = holder(connection.getPartitions(), Shard.tag(shard)).getUri();
            return connection.getConnection(uri.getHost(), uri.getPort()).async();
        }

        @Override
        public List<Node> nodes() {
            var seen = new HashSet<String>();
            var nodes = new ArrayList<Node>();
            for (int shard = 0; shard < Shard.COUNT; shard++) {
                RedisClusterNode holder = holder(connection.getPartitions(), Shard.tag(shard));
                if (seen.add(holder.getNodeId())) {
                    nodes.add(new Node(shard, node(shard)));
                }
            }
            return nodes;
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
