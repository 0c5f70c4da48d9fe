package org.lethe.privacy.vault;

import java.util.List;
import java.util.stream.IntStream;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.redis.RedisStore;

/** The names of the keys in Redis; {@code prelude/names.lua} knows the same ones. */
public final class ScopeKeyNames {

    /** Where every destroyed scope is told. */
    public static final String DESTROYED_CHANNEL = "lethe:destroyed";

    private ScopeKeyNames() {}

    /** A slot of a scope, such as {@code {s17}:c17-k3f9-…:log}. */
    public static String slot(ScopeId scope, String name) {
        return Shard.tag(scope.shard()) + ":" + scope.value() + ":" + name;
    }

    /** The hash of a scope's non-personal state. */
    public static String meta(ScopeId scope) {
        return slot(scope, "m");
    }

    /** The open scopes of a kind and account, shard by shard. */
    static List<String> open(ScopeKind kind, AccountId account) {
        String name = "open:" + kind.letter() + ":" + account.value();
        return IntStream.range(0, Shard.COUNT)
                .mapToObj(shard -> RedisStore.shardKey(shard, name))
                .toList();
    }

    public static String deadlines(int shard) {
        return RedisStore.shardKey(shard, "deadlines");
    }

    public static String epoch(int shard) {
        return RedisStore.shardKey(shard, "epoch");
    }
}
