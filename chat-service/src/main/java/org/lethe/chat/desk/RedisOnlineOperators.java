package org.lethe.chat.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;

/** A sorted set of leases for each account. */
@ApplicationScoped
class RedisOnlineOperators implements OnlineOperators {
    private static final Script LEASE = Script.load("desk/lease.lua");

    private final RedisStore redis;

    @Inject
    RedisOnlineOperators(RedisStore redis) {
        this.redis = redis;
    }

    @Override
    public boolean isAnyOnline(AccountId account) {
        return run(account, Map.of()) > 0;
    }

    @Override
    public void lease(AccountId account, Map<String, Duration> leases) {
        run(account, leases);
    }

    private long run(AccountId account, Map<String, Duration> leases) {
        var args = new ArrayList<Object>();
        leases.forEach((connection, lease) -> args.addAll(List.of(connection, lease.toMillis())));
        return redis.run(ScriptCall.of(LEASE, Shard.of(account), account, args)).number();
    }
}
