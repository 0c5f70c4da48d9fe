package org.lethe.privacy.redis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptReply;

/**
 * A script that works on a sorted set of every shard, page by page: on so many members a call,
 * those of all its shards together, until none is left.
 *
 * <p>It reads by {@code page} of the prelude, and answers first the score that it has read up to,
 * then 1 if there may be more. One whose turn did not come is in the next call.
 */
public final class ShardPages {

    private final Script script;
    private final int most;
    private final Object[] more;
    private final long[] readUpTo = new long[Shard.COUNT];

    /**
     * Pages from the lowest score on.
     *
     * @param most members of one call: nobody else is served meanwhile
     * @param more arguments behind those of {@code page}
     */
    public ShardPages(Script script, int most, Object... more) {
        this.script = script;
        this.most = most;
        this.more = more.clone();
    }

    /**
     * Reads to the end, from where it ended the last time; one reply a page. Where the store goes
     * away meanwhile, what was read is answered, and the rest comes the next time.
     */
    public List<ScriptReply> read(RedisStore redis) {
        return read(redis::runAll);
    }

    /** Tests bring shards of their own. */
    synchronized List<ScriptReply> read(Function<ScriptBatch, List<ScriptReply>> redis) {
        var pages = new ArrayList<ScriptReply>();
        List<Integer> shards = IntStream.range(0, Shard.COUNT).boxed().toList();
        while (!shards.isEmpty()) {
            List<Integer> asked = longestUnreadFirst(shards);
            try {
                List<ScriptReply> replies = redis.apply(page(asked));
                pages.addAll(replies);
                shards = noted(asked, replies);
            } catch (StoreUnavailableException e) {
                if (pages.isEmpty()) {
                    throw e;
                }
                return pages;
            }
        }
        return pages;
    }

    private List<Integer> longestUnreadFirst(List<Integer> shards) {
        return shards.stream().sorted(Comparator.comparingLong(it -> readUpTo[it])).toList();
    }

    private ScriptBatch page(List<Integer> shards) {
        String behind =
                shards.stream()
                        .filter(shard -> readUpTo[shard] > 0)
                        .map(shard -> "s%02d=%d".formatted(shard, readUpTo[shard]))
                        .collect(Collectors.joining(" "));
        return ScriptBatch.of(script, shards, most, behind, List.of(more)).inOneCall();
    }

    /** Those that have more. */
    private List<Integer> noted(List<Integer> asked, List<ScriptReply> replies) {
        var unfinished = new ArrayList<Integer>();
        for (int i = 0; i < asked.size(); i++) {
            int shard = asked.get(i);
            readUpTo[shard] = replies.get(i).at(0).number();
            if (replies.get(i).at(1).number() == 1) {
                unfinished.add(shard);
            }
        }
        return unfinished;
    }
}
