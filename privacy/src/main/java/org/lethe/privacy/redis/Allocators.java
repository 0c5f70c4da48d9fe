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
        String options =
                report(node, timeout)
                        .lines()
                        .filter(line -> line.contains("opt."))
                        .collect(joining("\n"));
        ofRuns.put(run, options);
        return options;
    }

    private static String report(RedisClusterAsyncCommands<String, byte[]> node, Duration timeout) {
        var report =
                node.dispatch(
                        CommandType.MEMORY,
                        new StatusOutput<>(Topology.CODEC),
                        new CommandArgs<>(Topology.CODEC).add("MALLOC-STATS"));
        return Objects.requireNonNull(Replies.await(report, timeout));
    }
}
