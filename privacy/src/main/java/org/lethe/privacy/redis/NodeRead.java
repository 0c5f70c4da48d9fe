package org.lethe.privacy.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.lethe.privacy.redis.node.ClockReading;
import org.lethe.privacy.redis.node.NodeRule;
import org.lethe.privacy.redis.node.NodeState;

/** What one node was asked, and has not answered yet. */
record NodeRead(
        CompletionStage<ClockReading> time,
        CompletionStage<Map<String, String>> settings,
        CompletionStage<String> info,
        CompletionStage<String> allocator) {

    private static final String[] SETTINGS =
            NodeRule.ofSettings().stream().map(NodeRule::label).toArray(String[]::new);

    static NodeRead of(RedisClusterAsyncCommands<String, byte[]> node) {
        long sent = System.nanoTime();
        // Stamped where the answer comes in: whoever waits for it may be late.
        CompletionStage<ClockReading> time =
                node.time()
                        .thenApply(answer ->
                                new ClockReading(millis(answer), sent, System.nanoTime()));
        return new NodeRead(time, node.configGet(SETTINGS), node.info(), allocator(node));
    }

    NodeState await(Duration timeout) {
        return new NodeState(
                answer(settings, timeout),
                NodeState.factsOf(answer(info, timeout)),
                answer(allocator, timeout),
                answer(time, timeout));
    }

    /** The environment that a node was started in shows nowhere else. */
    private static CompletionStage<String> allocator(
            RedisClusterAsyncCommands<String, byte[]> node) {
        return node.dispatch(
                CommandType.MEMORY,
                new StatusOutput<>(Topology.CODEC),
                new CommandArgs<>(Topology.CODEC).add("MALLOC-STATS"));
    }

    /** Seconds, and microseconds of the second. */
    private static long millis(List<byte[]> time) {
        return number(time.get(0)) * 1000 + number(time.get(1)) / 1000;
    }

    private static long number(byte[] text) {
        return Long.parseLong(new String(text, StandardCharsets.US_ASCII));
    }

    private static <T> T answer(CompletionStage<T> reply, Duration timeout) {
        return Objects.requireNonNull(Replies.await(reply, timeout));
    }
}
