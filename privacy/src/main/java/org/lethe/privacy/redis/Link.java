package org.lethe.privacy.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.List;

/** One logical connection: to a primary, or to each primary of a cluster. */
interface Link extends AutoCloseable {

    /** Commands that find their node by their key. */
    RedisClusterAsyncCommands<String, byte[]> commands();

    /** Commands to the primary that holds a shard, over the connection that its keys use. */
    RedisClusterAsyncCommands<String, byte[]> node(int shard);

    /** The same for each primary once, with one shard that it holds. */
    List<Node> nodes();

    @Override
    void close();

    /** A primary, told by a shard that lives on it. */
    record Node(int shard, RedisClusterAsyncCommands<String, byte[]> commands) {}
}
