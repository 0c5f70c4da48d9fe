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
        RedisClusterAsyncCommands<String, byte[]> node,
        CompletionStage<ClockReading> time,
        CompletionStage<Map<String, String>> settings,
        CompletionStage<String> info) {

    private static final String[] SETTINGS =
            NodeRule.ofSettings().stream().map(NodeRule::label).toArray(String[]::new);

    static NodeRead of(RedisClusterAsyncCommands<String, byte[]> node) {
        long sent = System.nanoTime();
        // Stamped where the answer comes in: whoever waits for it may be late.
        CompletionStage<ClockReading> time =
                node.time()
                        .thenApply(answer ->
                                new ClockReading(millis(answer), sent, System.nanoTime()));
        return new NodeRead(node, time, node.configGet(SETTINGS), info(node));
    }

    NodeState await(Allocators allocators, Duration timeout) {
        Map<String, String> facts = NodeState.factsOf(answer(info, timeout));
        String run = facts.getOrDefault(NodeState.RUN, "");
        return new NodeState(
                answer(settings, timeout),
                facts,
                allocators.optionsOf(run, node, timeout),
                answer(time, timeout));
    }

    /** The sections that are read, of about ten. */
    private static CompletionStage<String> info(RedisClusterAsyncCommands<String, byte[]> node) {
        return node.dispatch(
                CommandType.INFO,
                new StatusOutput<>(Topology.CODEC),
                new CommandArgs<>(Topology.CODEC).add("server").add("memory").add("replication"));
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
