package org.lethe.chat.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;

/**
 * The one place where an account's version is compared and set.
 *
 * <p>The topic is the source; this only bridges the moment until every process has read it. A
 * version is never given back: a record that Kafka did not confirm may be written all the same, and
 * must not overwrite what was confirmed meanwhile. One without a record runs out by itself; until
 * then nobody can say whether the change was made.
 */
@Singleton
class AccountVersions {

    private static final Script TAKE = Script.load("account/version.lua");
    private static final Script CLOSED = Script.load("account/closed.lua");

    /** Longer than a record can be on its way to Kafka, retries and what is before it included. */
    private static final Duration LIFE = Duration.ofMinutes(2);

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
    Taking take(AccountId account, long expected, long known) {
        return switch (run(TAKE, account, expected, known).text()) {
            case "taken" -> Taking.TAKEN;
            case "pending" -> Taking.PENDING;
            default -> Taking.CHANGED;
        };
    }

    /**
     * The account is closed on the topic: who has read that may make a new one with its id; who has
     * not must not bring it back to life.
     *
     * @param taken the version that was taken for the closing
     */
    void close(AccountId account, long taken) {
        run(CLOSED, account, taken);
    }

    private ScriptReply run(Script script, AccountId account, Object... args) {
        return store.run(
                ScriptCall.of(script, Shard.of(account), account, LIFE.toMillis(), List.of(args)));
    }

    /** Whether the next version could be taken. */
    enum Taking {
        /** It is the caller's. */
        TAKEN,
        /**
         * It is taken for a change of which the caller has not read that it was made; nor that it
         * was not.
         */
        PENDING,
        /** Somebody else has changed the account. */
        CHANGED
    }
}
