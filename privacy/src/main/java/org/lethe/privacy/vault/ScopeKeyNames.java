package org.lethe.privacy.vault;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.redis.RedisStore;

/** The names of the keys in Redis; {@code prelude.lua} knows the same ones. */
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

    /** The open scopes of a kind and account on one shard. */
    public static String open(int shard, ScopeKind kind, AccountId account) {
        return RedisStore.shardKey(shard, "open:" + kind.letter() + ":" + account.value());
    }

    public static String deadlines(int shard) {
        return RedisStore.shardKey(shard, "deadlines");
    }

    public static String epoch(int shard) {
        return RedisStore.shardKey(shard, "epoch");
    }
}
