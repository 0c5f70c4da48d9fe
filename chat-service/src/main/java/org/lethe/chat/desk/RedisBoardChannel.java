package org.lethe.chat.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.contracts.id.AccountId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.SignalListener;
import org.lethe.privacy.redis.Subscription;

/** A channel for each account; the scripts that move a chat publish on it. */
@ApplicationScoped
class RedisBoardChannel implements BoardChannel {
    private static final String CHANNEL = "lethe:desk:";

    private final RedisStore redis;

    @Inject
    RedisBoardChannel(RedisStore redis) {
        this.redis = redis;
    }

    @Override
    public Subscription subscribe(AccountId account, SignalListener board) {
        return redis.signals().subscribe(CHANNEL + account.value(), board);
    }
}
