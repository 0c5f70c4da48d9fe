package org.lethe.privacy.redis;

import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.function.BiFunction;
import org.lethe.privacy.pause.Backoff;

/** Tries the first connection until it succeeds or patience ends: Redis may start beside us. */
final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private Patience() {}

    static RedisStore connect(
            RedisSettings settings, BiFunction<RedisSettings, Topology, RedisStore> opening) {
        long end = System.nanoTime() + settings.patience().toNanos();
        var pauses = Backoff.every(PAUSE);
        while (true) {
            Topology topology = Topology.of(settings);
            try {
                return opening.apply(settings, topology);
            } catch (RedisException | StoreUnavailableException e) {
                topology.close();
                if (System.nanoTime() > end || !pauses.pause()) {
                    throw new StoreUnavailableException(e);
                }
            }
        }
    }
}
