package org.lethe.privacy.redis.script;

import java.util.List;
import java.util.stream.IntStream;
import org.lethe.contracts.id.Shard;

/**
 * The same script for several shards, with the same arguments.
 *
 * @param most shards that one call works on: nobody else is served meanwhile
 */
public record ScriptBatch(Script script, List<Integer> shards, List<byte[]> args, int most) {

    /** Of what takes longer the more there is. */
    private static final int FEW = 16;

    public ScriptBatch {
        shards = List.copyOf(shards);
    }

    /** With numbers, texts, ids, bytes and lists of them as arguments. */
    public static ScriptBatch of(Script script, List<Integer> shards, Object... args) {
        return new ScriptBatch(script, shards, Script.args(args), FEW);
    }

    public static ScriptBatch onAll(Script script, Object... args) {
        return of(script, IntStream.range(0, Shard.COUNT).boxed().toList(), args);
    }

    /**
     * The same in one call, for what takes about a millisecond on all shards, however much there
     * is.
     */
    public ScriptBatch inOneCall() {
        return new ScriptBatch(script, shards, args, Shard.COUNT);
    }

    /** One batch a call. */
    public List<ScriptBatch> calls() {
        return IntStream.iterate(0, from -> from < shards.size(), from -> from + most)
                .mapToObj(from -> shards.subList(from, Math.min(from + most, shards.size())))
                .map(some -> new ScriptBatch(script, some, args, most))
                .toList();
    }

    /** The shards' tags. */
    public List<String> keys() {
        return shards.stream().map(Shard::tag).toList();
    }

    /** One call a shard. */
    public List<ScriptCall> single() {
        return shards.stream().map(shard -> new ScriptCall(script, shard, args)).toList();
    }
}
