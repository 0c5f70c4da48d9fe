package org.lethe.privacy.watchdog;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;

/** How many records were found overdue of late, by whichever process looked. */
public final class Overdue {

    /** The shard that it is told on; who holds its lease looks. */
    static final int SHARD = 0;

    /** For so long after it was found; longer than a walk takes. */
    private static final Duration TOLD = Duration.ofMinutes(2);

    private static final Script TELL = Script.load("watchdog/tell.lua");
    private static final String KEY = RedisStore.shardKey(SHARD, "overdue");

    private final RedisStore store;

    public Overdue(RedisStore store) {
        this.store = store;
    }

    /** Asks the store; throws {@link org.lethe.privacy.redis.StoreUnavailableException}. */
    public int count() {
        return store.keyspace()
                .get(KEY)
                .map(count -> Integer.parseInt(new String(count, StandardCharsets.US_ASCII), 10))
                .orElse(0);
    }

    void tell(int found) {
        store.run(ScriptCall.of(TELL, SHARD, found, TOLD.toMillis()));
    }
}
