package org.lethe.privacy.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes wrapped keys, over a connection that nothing else uses.
 *
 * <p>Redis keeps what it last read from and wrote to a connection in that connection's buffers,
 * where zeroing a key does not reach: {@link #scrub()} does. They never pass through a script.
 */
public final class KeyRecords {

    private final Link link;
    private final Duration timeout;
    private final int replicas;
    private final AtomicBoolean used = new AtomicBoolean();

    KeyRecords(Link link, RedisSettings settings) {
        this.link = link;
        this.timeout = settings.timeout();
        this.replicas = settings.replicas();
    }

    /** Writes a record unless there is one; false if there was. */
    public List<Boolean> writeOnce(List<Write> writes) {
        used.set(true);
        var replies = new ArrayList<RedisFuture<String>>();
        for (Write write : writes) {
            SetArgs once = SetArgs.Builder.nx().px(write.life());
            replies.add(link.commands().set(write.key(), write.record(), once));
        }
        List<Boolean> written =
                Replies.awaitAll(replies, timeout).stream().map("OK"::equals).toList();
        // Nobody waits for the answer: what is not overwritten now is by the
        // scrub that follows the destruction.
        for (int shard : writes.stream().map(Write::shard).distinct().toList()) {
            var _ = Scrub.afterWrite(link.node(shard));
        }
        return written;
    }

    /** Reads what there is of each scope, in one round trip. */
    public List<Found> read(List<Place> places) {
        used.set(true);
        var reads = places.stream().map(this::send).toList();
        return reads.stream().map(read -> read.await(timeout)).toList();
    }

    /**
     * Overwrites what the buffers of this connection hold at Redis, and with replicas also their
     * backlog and theirs; does nothing if no key passed since the last time.
     */
    public void scrub() {
        if (!used.getAndSet(false)) {
            return;
        }
        try {
            var replies = new ArrayList<CompletionStage<?>>();
            for (Link.Node node : link.nodes()) {
                replies.addAll(Scrub.connection(node));
                if (replicas > 0) {
                    replies.addAll(Scrub.replication(node));
                }
            }
            replies.forEach(reply -> Replies.await(reply, timeout));
        } catch (RuntimeException e) {
            used.set(true);
            throw e;
        }
    }

    private Read send(Place place) {
        RedisClusterAsyncCommands<String, byte[]> commands = link.commands();
        // The key last: whatever was read before it was still there when the key was.
        return new Read(
                commands.get(place.epoch()),
                commands.hgetall(place.meta()),
                commands.get(place.address()),
                commands.get(place.content()));
    }

    /** A record to write. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Write(int shard, String key, byte[] record, Duration life) {}

    /** Where the parts of a scope are. */
    public record Place(String epoch, String meta, String address, String content) {}

    /** What was there. */
    public record Found(
            Optional<String> epoch,
            Map<String, String> meta,
            Optional<byte[]> content,
            Optional<byte[]> address) {}

    private record Read(
            RedisFuture<byte[]> epoch,
            RedisFuture<Map<String, byte[]>> meta,
            RedisFuture<byte[]> address,
            RedisFuture<byte[]> content) {

        Found await(Duration timeout) {
            Optional<String> epochText =
                    Optional.ofNullable(Replies.await(epoch, timeout)).map(Read::text);
            return new Found(
                    epochText,
                    texts(Replies.await(meta, timeout)),
                    Optional.ofNullable(Replies.await(content, timeout)),
                    Optional.ofNullable(Replies.await(address, timeout)));
        }

        private static Map<String, String> texts(@Nullable Map<String, byte[]> hash) {
            var texts = new HashMap<String, String>();
            if (hash != null) {
                hash.forEach((field, value) -> texts.put(field, text(value)));
            }
            return texts;
        }

        private static String text(byte[] value) {
            return new String(value, StandardCharsets.UTF_8);
        }
    }
}
