package org.lethe.privacy.redis.script;

import java.util.List;
import java.util.stream.IntStream;
import org.lethe.contracts.id.Shard;

/** The same script for several shards, with the same arguments. */
public record ScriptBatch(Script script, List<Integer> shards, List<byte[]> args) {

    public ScriptBatch {
        shards = List.copyOf(shards);
    }

    /** With numbers, texts, ids, bytes and lists of them as arguments. */
    public static ScriptBatch of(Script script, List<Integer> shards, Object... args) {
        return new ScriptBatch(script, shards, Script.args(args));
    }

    public static ScriptBatch onAll(Script script, Object... args) {
        return of(script, IntStream.range(0, Shard.COUNT).boxed().toList(), args);
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
