package org.lethe.privacy.redis;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One walk over all keys of all primaries, a part at a time. It meets each key that is there all
 * the while, some of them twice. For one thread.
 */
public final class KeyWalk {

    /** About half a millisecond of a node. */
    private static final int PART = 500;

    private static final long GONE = -2;

    private final Duration timeout;
    private final Deque<Link.Node> nodes;
    private ScanCursor cursor = ScanCursor.INITIAL;

    KeyWalk(Link link, Duration timeout) {
        this.timeout = timeout;
        this.nodes = new ArrayDeque<>(link.nodes());
    }

    /** The next part, which may have nothing in it; empty when the walk is over. */
    public Optional<List<Found>> next() {
        Link.Node node = nodes.peek();
        if (node == null) {
            return Optional.empty();
        }
        KeyScanCursor<String> part =
                Objects.requireNonNull(
                        Replies.await(
                                node.commands().scan(cursor, ScanArgs.Builder.limit(PART)),
                                timeout));
        List<Found> found = lives(node.commands(), part.getKeys(), timeout);
        if (part.isFinished()) {
            nodes.remove();
            cursor = ScanCursor.INITIAL;
        } else {
            cursor = part;
        }
        return Optional.of(found);
    }

    /** Those of the keys that are there, with what they have to live. */
    static List<Found> lives(
            RedisClusterAsyncCommands<String, byte[]> commands,
            List<String> keys,
            Duration timeout) {
        List<RedisFuture<Long>> replies = keys.stream().map(commands::pttl).toList();
        List<Long> lives = Replies.awaitAll(replies, timeout);
        var found = new ArrayList<Found>();
        for (int i = 0; i < keys.size(); i++) {
            long life = Objects.requireNonNull(lives.get(i));
            if (life != GONE) {
                found.add(new Found(keys.get(i), life));
            }
        }
        return found;
    }

    /**
     * A key that is there.
     *
     * @param lifeMillis how long it has to live; less than 0 if it has no end
     */
    public record Found(String key, long lifeMillis) {}
}
