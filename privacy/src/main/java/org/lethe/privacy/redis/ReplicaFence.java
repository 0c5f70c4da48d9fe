package org.lethe.privacy.redis;

import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Waits for replicas without holding up the connection that everything else uses.
 *
 * <p>WAIT counts from the last write of its own connection. So a small write goes before it: in the
 * one stream that replicas follow, it comes after everything that was written before.
 */
final class ReplicaFence {

    private static final byte[] MARK = "1".getBytes(StandardCharsets.UTF_8);
    private static final Duration MARK_LIFE = Duration.ofSeconds(1);

    private ReplicaFence() {}

    static boolean confirm(Link link, Collection<Integer> shards, RedisSettings settings) {
        var replies = new ArrayList<CompletionStage<Long>>();
        for (Link.Node node : nodes(link, shards)) {
            replies.add(confirm(node, settings));
        }
        for (@Nullable Long confirmed : Replies.awaitAll(replies, settings.timeout())) {
            if (confirmed == null || confirmed < settings.replicas()) {
                return false;
            }
        }
        return true;
    }

    private static CompletionStage<Long> confirm(Link.Node node, RedisSettings settings) {
        RedisClusterAsyncCommands<String, byte[]> commands = node.commands();
        String key = RedisStore.shardKey(node.shard(), "fence");
        var write = commands.set(key, MARK, SetArgs.Builder.px(MARK_LIFE));
        // Half the time-out: the answer "not enough" must come before the command is given up.
        var wait =
                commands.waitForReplication(settings.replicas(), settings.timeout().toMillis() / 2);
        return write.thenCombine(wait, (written, count) -> count);
    }

    private static List<Link.Node> nodes(Link link, Collection<Integer> shards) {
        if (shards.size() == 1) {
            int shard = shards.iterator().next();
            return List.of(new Link.Node(shard, link.node(shard)));
        }
        return link.nodes();
    }
}
