package org.lethe.privacy.redis;

import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Overwrites what Redis keeps of a key outside of the key: buffers that it passed through.
 *
 * <p>The sizes follow Redis 7.0: a read takes 16 KiB, replies begin in a buffer of 16 KiB,
 * arguments from 32 KiB on take another way. What was tried out without one of the parts left keys
 * behind.
 */
final class Scrub {

    private static final int BLOCK = 20 * 1024;
    private static final int SMALL_BLOCK = 8 * 1024;

    /** Sent in one go: as deep as the buffers are filled when many keys come at once. */
    private static final int ROUNDS = 3;

    /** A block of the backlog is let go only when newer ones fill the ring without it. */
    private static final int BACKLOG_ROUNDS = 8;

    /**
     * The allocator's size classes. A replica keeps resizing the buffer that it reads its primary's
     * stream into, and each time leaves the old one behind, which the allocator does not overwrite:
     * values of these sizes take its place.
     */
    private static final int[] CLASSES = {
        320, 384, 448, 512, 640, 768, 896, 1024, 1280, 1536, 1792, 2048, 2560, 3072, 3584, 4096,
        5120, 6144, 7168, 8192, 10_240, 12_288, 14_336
    };

    private static final int VALUES_A_CLASS = 8;
    private static final int HEADER = 24;
    private static final Duration LIFE = Duration.ofMillis(100);

    private Scrub() {}

    /** Right after a key was written, before an idle connection's buffer is cut down and let go. */
    static CompletionStage<?> afterWrite(RedisClusterAsyncCommands<String, byte[]> commands) {
        return commands.echo(new byte[SMALL_BLOCK]);
    }

    /** The buffers of this connection. */
    static List<CompletionStage<?>> connection(Link.Node node) {
        var replies = new ArrayList<CompletionStage<?>>();
        for (int i = 0; i < ROUNDS; i++) {
            replies.add(node.commands().echo(new byte[BLOCK]));
        }
        return replies;
    }

    /** The backlog of the primary, and what its replicas read it into. */
    static List<CompletionStage<?>> replication(Link.Node node) {
        var replies = new ArrayList<CompletionStage<?>>();
        for (int i = 0; i < BACKLOG_ROUNDS; i++) {
            replies.add(set(node, "scrub", BLOCK));
        }
        for (int size : CLASSES) {
            for (int i = 0; i < VALUES_A_CLASS; i++) {
                replies.add(set(node, "scrub:" + size + ":" + i, size - HEADER));
            }
        }
        return replies;
    }

    private static CompletionStage<?> set(Link.Node node, String name, int size) {
        String key = RedisStore.shardKey(node.shard(), name);
        return node.commands().set(key, new byte[size], SetArgs.Builder.px(LIFE));
    }
}
