package org.lethe.privacy.redis;

import io.lettuce.core.RedisException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

/** Tries the first connection until it succeeds or patience ends: Redis may start beside us. */
final class Patience {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private Patience() {}

    static RedisStore connect(
            RedisSettings settings, BiFunction<RedisSettings, Topology, RedisStore> opening) {
        long end = System.nanoTime() + settings.patience().toNanos();
        while (true) {
            Topology topology = Topology.of(settings);
            try {
                return opening.apply(settings, topology);
            } catch (RedisException | StoreUnavailableException e) {
                topology.close();
                if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                    throw new StoreUnavailableException(e);
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }
}
