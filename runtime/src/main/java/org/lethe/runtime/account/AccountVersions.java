package org.lethe.runtime.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.Script;

/**
 * The one place where an account's version is compared and set.
 *
 * <p>The topic is the source; this only bridges the moment until every process has read it, so a
 * version that a crash left behind without its record runs out by itself.
 */
@Singleton
class AccountVersions {

    private static final Script TAKE = Script.load("account-version.lua");
    private static final Duration LIFE = Duration.ofSeconds(30);

    private final RedisStore store;

    @Inject
    AccountVersions(RedisStore store) {
        this.store = store;
    }

    /**
     * Takes the next version, if the account's present one is {@code expected}.
     *
     * @param known the version that this process has read from the topic, 0 for none
     */
    boolean take(AccountId account, long expected, long known) {
        return store.run(
                                TAKE,
                                Shard.of(account),
                                List.of(key(account)),
                                Script.args(expected, known, LIFE.toMillis()))
                        .number()
                == 1;
    }

    /** Gives a version back that was taken and could not be written. */
    void release(AccountId account) {
        store.remove(List.of(key(account)));
    }

    private static String key(AccountId account) {
        return RedisStore.shardKey(Shard.of(account), "account:" + account.value());
    }
}
