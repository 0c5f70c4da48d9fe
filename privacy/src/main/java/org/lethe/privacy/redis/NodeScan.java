package org.lethe.privacy.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lethe.privacy.redis.node.Address;
import org.lethe.privacy.redis.node.NodeState;

/**
 * Looks at every node: the primaries, and all that any node told of. A replica that lost its
 * primary is told of by nobody any more, and is the one to look at.
 */
final class NodeScan implements AutoCloseable {

    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Link link;
    private final RedisSettings settings;
    private final RedisClient client;
    private final Allocators allocators = new Allocators();
    private final Map<Address, Other> others = new LinkedHashMap<>();

    NodeScan(Link link, Topology topology, RedisSettings settings) {
        this.link = link;
        this.settings = settings;
        this.client = RedisClient.create(topology.resources());
        // Asked again every few seconds: no need to come back by itself.
        client.setOptions(
                Topology.options(ClientOptions.builder(), settings).autoReconnect(false).build());
    }

    /**
     * The nodes that answer, each once. Fails if a primary does not; a replica that is silent may
     * be one that is just replaced.
     */
    List<NodeState> look() {
        List<NodeRead> primaries =
                link.nodes().stream().map(node -> NodeRead.of(node.commands())).toList();
        var found = new LinkedHashMap<String, NodeState>();
        for (NodeRead primary : primaries) {
            NodeState state = primary.await(allocators, settings.timeout());
            found.put(state.run(), state);
        }
        learnOf(found.values());
        // A primary is told of by its replicas, and has just answered.
        List<Other> unheard =
                others.values().stream().filter(other -> !other.isAmong(found.keySet())).toList();
        unheard.forEach(Other::ask);
        unheard.forEach(
                other -> other.answer().ifPresent(state -> found.putIfAbsent(state.run(), state)));
        learnOf(found.values());
        others.values().stream().filter(Other::isForgotten).forEach(Other::close);
        others.values().removeIf(Other::isForgotten);
        return List.copyOf(found.values());
    }

    /** How many nodes did not answer at the last look. */
    int silent() {
        return (int) others.values().stream().filter(Other::isSilent).count();
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, settings.timeout());
    }

    private void learnOf(Collection<NodeState> nodes) {
        nodes.stream()
                .flatMap(node -> node.others().stream())
                .forEach(address -> others.computeIfAbsent(address, Other::new));
    }

    /**
     * A node that is reached by its address, while the primaries' connections are those of keys.
     */
    private final class Other {

        private final RedisURI uri;
        private @Nullable CompletableFuture<StatefulRedisConnection<String, byte[]>> connection;
        private CompletableFuture<NodeRead> asked = new CompletableFuture<>();
        private String run = "";
        private long lastHeard = System.nanoTime();
        private boolean silent;

        Other(Address address) {
            uri = Topology.uri(address, settings);
        }

        /** Whether it is one of these processes, which then count as its answer. */
        boolean isAmong(Set<String> runs) {
            boolean isHeard = runs.contains(run);
            if (isHeard) {
                heard();
            }
            return isHeard;
        }

        void ask() {
            var current = connection;
            if (current == null || isOver(current)) {
                close();
                current = client.connectAsync(Topology.CODEC, uri).toCompletableFuture();
                connection = current;
            }
            asked = current.thenApply(it -> NodeRead.of(it.async()));
        }

        Optional<NodeState> answer() {
            try {
                NodeRead read = Objects.requireNonNull(Replies.await(asked, settings.timeout()));
                NodeState state = read.await(allocators, settings.timeout());
                run = state.run();
                heard();
                return Optional.of(state);
            } catch (StoreUnavailableException e) {
                silent = true;
                return Optional.empty();
            }
        }

        private void heard() {
            lastHeard = System.nanoTime();
            silent = false;
        }

        void close() {
            if (connection != null) {
                var _ = connection.thenCompose(StatefulRedisConnection::closeAsync);
            }
        }

        boolean isSilent() {
            return silent;
        }

        boolean isForgotten() {
            return System.nanoTime() - lastHeard > FORGOTTEN.toNanos();
        }
    }

    private static boolean isOver(
            CompletableFuture<StatefulRedisConnection<String, byte[]>> connection) {
        return connection.isCompletedExceptionally()
                || connection.isDone() && !connection.join().isOpen();
    }
}
