package org.lethe.privacy.redis.script;

import java.util.Arrays;
import java.util.List;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.Shard;

/** One run of a script on one shard, whose tag is its {@code KEYS[1]}. */
public record ScriptCall(Script script, int shard, List<byte[]> args) {

    /** With numbers, texts, ids, bytes and lists of them as arguments. */
    public static ScriptCall of(Script script, int shard, Object... args) {
        return new ScriptCall(script, shard, Script.args(args));
    }

    /** With the scope as {@code ARGV[1]}, before the others. */
    public static ScriptCall on(Script script, ScopeId scope, Object... args) {
        return of(script, scope.shard(), scope, Arrays.asList(args));
    }

    public String key() {
        return Shard.tag(shard);
    }
}
