package org.lethe.privacy.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.List;

/** A link that is used before it is there. */
record LateLink(Late<Link> link) implements Link {

    @Override
    public RedisClusterAsyncCommands<String, byte[]> commands() {
        return link.get().commands();
    }

    @Override
    public RedisClusterAsyncCommands<String, byte[]> node(int shard) {
        return link.get().node(shard);
    }

    @Override
    public List<Node> nodes() {
        return link.get().nodes();
    }

    @Override
    public void close() {
        link.ifOpen().ifPresent(Link::close);
    }
}
