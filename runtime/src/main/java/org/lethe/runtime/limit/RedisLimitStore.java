package org.lethe.runtime.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;

/** Spread over the shards by their names. A count that a failover loses begins anew: no harm. */
@ApplicationScoped
class RedisLimitStore implements LimitStore {

    private static final Script READ = Script.load("limit/read.lua");
    private static final Script REPLACE = Script.load("limit/replace.lua");
    private static final Script SHARE = Script.load("limit/share.lua");
    private static final byte[] NONE = {};

    private final RedisStore redis;

    @Inject
    RedisLimitStore(RedisStore redis) {
        this.redis = redis;
    }

    @Override
    public Optional<byte[]> read(String name) {
        return redis.run(ScriptCall.of(READ, Shard.of(name), name)).optional();
    }

    @Override
    public boolean replace(String name, byte @Nullable [] expected, byte[] value, Duration life) {
        byte[] before = expected == null ? NONE : expected;
        var call = ScriptCall.of(REPLACE, Shard.of(name), name, before, value, life.toMillis());
        return redis.run(call).number() == 1;
    }

    @Override
    public byte[] share(String name, byte[] value, Duration life) {
        var call = ScriptCall.of(SHARE, Shard.of(name), name, value, life.toMillis());
        return redis.run(call).bytes();
    }
}
