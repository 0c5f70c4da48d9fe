package org.lethe.privacy.redis;

import static java.util.stream.Collectors.joining;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.lethe.privacy.redis.node.NodeState;

/**
 * The options of the allocator of each process of Redis. They are those of its start, and show
 * nowhere but in a report that takes Redis milliseconds: each process is asked for it once.
 */
final class Allocators {

    private static final int MOST = 64;

    private final Map<String, String> ofRuns =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > MOST;
                }
            };

    /**
     * Waits for the node's answer where it has not told yet.
     *
     * @param run the process, by its {@code run_id}
     */
    String optionsOf(String run, RedisClusterAsyncCommands<String, byte[]> node, Duration timeout) {
        String known = ofRuns.get(run);
        if (known != null) {
            return known;
        }
        CompletionStage<String> report =
                node.dispatch(
                        CommandType.MEMORY,
                        new StatusOutput<>(Topology.CODEC),
                        new CommandArgs<>(Topology.CODEC).add("MALLOC-STATS"));
        CompletionStage<String> server = node.info("server");
        String options =
                answer(report, timeout)
                        .lines()
                        .filter(line -> line.contains("opt."))
                        .collect(joining("\n"));
        // Another process may have taken its place since it told its run.
        String told = NodeState.factsOf(answer(server, timeout)).get(NodeState.RUN);
        if (!run.isEmpty() && run.equals(told)) {
            ofRuns.put(run, options);
        }
        return options;
    }

    private static String answer(CompletionStage<String> reply, Duration timeout) {
        return Objects.requireNonNull(Replies.await(reply, timeout));
    }
}
