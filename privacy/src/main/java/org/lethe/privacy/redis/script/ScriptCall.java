package org.lethe.privacy.redis.script;

import java.util.ArrayList;
import java.util.List;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.Shard;

/**
 * One run of a script on one shard.
 *
 * @param keys all on that shard; with none, the shard's tag stands in as {@code KEYS[1]}
 */
public record ScriptCall(Script script, int shard, List<String> keys, List<byte[]> args) {

    public ScriptCall {
        keys = keys.isEmpty() ? List.of(Shard.tag(shard)) : List.copyOf(keys);
        args = List.copyOf(args);
        String tag = Shard.tag(shard);
        if (!keys.stream().allMatch(key -> key.startsWith(tag))) {
            throw new IllegalArgumentException("a key of another shard in a script");
        }
    }

    public static ScriptCall of(Script script, int shard, Object... args) {
        return new ScriptCall(script, shard, List.of(), Script.args(args));
    }

    /** With the scope as {@code ARGV[1]}, before the others. */
    public static ScriptCall on(Script script, ScopeId scope, Object... args) {
        var all = new ArrayList<>(Script.args(scope));
        all.addAll(Script.args(args));
        return new ScriptCall(script, scope.shard(), List.of(), all);
    }
}
