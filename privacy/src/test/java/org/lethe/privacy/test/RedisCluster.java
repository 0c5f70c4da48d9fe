package org.lethe.privacy.test;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Redis servers that share the slots among them. */
public record RedisCluster(List<RedisProcess> nodes) {

    private static final int SLOTS = 16_384;
    private static final Pattern FOLLOWING = Pattern.compile("state=online,offset=[1-9]");
    private static final Duration JOINED = Duration.ofSeconds(15);

    public static RedisCluster start(int size) {
        List<RedisProcess> nodes =
                IntStream.range(0, size).mapToObj(i -> RedisProcess.clusterNode()).toList();
        int share = SLOTS / size + 1;
        for (int i = 0; i < size; i++) {
            int from = i * share;
            int[] slots = IntStream.range(from, Math.min(SLOTS, from + share)).toArray();
            nodes.get(i).admin(commands -> commands.clusterAddSlots(slots));
            meet(nodes.get(i), nodes.getFirst());
        }
        Awaitility.await()
                .atMost(JOINED)
                .until(() -> nodes.stream().allMatch(node -> knows(node, size)));
        return new RedisCluster(nodes);
    }

    /** Returns when the replica has what the node has. */
    public RedisProcess addReplicaOf(RedisProcess node) {
        RedisProcess replica = RedisProcess.clusterNode();
        meet(replica, node);
        int size = nodes.size() + 1;
        Awaitility.await().atMost(JOINED).until(() -> knows(replica, size));
        String id = node.admin(commands -> commands.clusterMyId());
        replica.admin(commands -> commands.clusterReplicate(id));
        // Online is not enough: a replica follows from its first acknowledgement on.
        Awaitility.await()
                .atMost(JOINED)
                .until(() -> FOLLOWING.matcher(node.admin(commands -> commands.info())).find());
        return replica;
    }

    private static void meet(RedisProcess node, RedisProcess other) {
        node.admin(commands -> commands.clusterMeet("127.0.0.1", other.port()));
    }

    private static boolean knows(RedisProcess node, int size) {
        return node.admin(commands -> {
            String info = commands.clusterInfo();
            return info.contains("cluster_state:ok")
                    && info.contains("cluster_known_nodes:" + size)
                    && info.contains("cluster_slots_ok:" + SLOTS);
        });
    }
}
