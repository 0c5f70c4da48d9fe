package org.lethe.privacy.redis;

import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.pause.Backoff;

/**
 * Tries what a start can't do without until it succeeds or patience ends: Redis may start beside
 * us, and answer late.
 */
final class Patience {

    private static final Log LOG = Log.of(Patience.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Patience() {}

    static RedisStore connect(
            RedisSettings settings, BiFunction<RedisSettings, Topology, RedisStore> opening) {
        return with(settings.patience(), () -> open(settings, opening));
    }

    /** Throws {@link StoreUnavailableException} when patience ends. */
    static <T> T with(Duration patience, Supplier<T> attempt) {
        long end = System.nanoTime() + patience.toNanos();
        var pauses = Backoff.every(PAUSE);
        while (true) {
            try {
                return attempt.get();
            } catch (RedisException | StoreUnavailableException e) {
                if (System.nanoTime() > end || !pauses.pause()) {
                    throw new StoreUnavailableException(e);
                }
                LOG.info("Redis is waited for", LogKey.REASON.of(e));
            }
        }
    }

    private static RedisStore open(
            RedisSettings settings, BiFunction<RedisSettings, Topology, RedisStore> opening) {
        Topology topology = Topology.of(settings);
        try {
            return opening.apply(settings, topology);
        } catch (RedisException | StoreUnavailableException e) {
            topology.close();
            throw e;
        }
    }
}
