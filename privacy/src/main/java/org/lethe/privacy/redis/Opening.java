package org.lethe.privacy.redis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.log.OncePerCause;
import org.lethe.privacy.pause.Backoff;

/**
 * Opens the ways to Redis, one after the other, and tries again for as long as it takes: Redis may
 * start after us, and who ends for that only has to be started again.
 */
final class Opening implements AutoCloseable {

    private static final Log LOG = Log.of(Opening.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final List<Late<?>> parts;
    private final Backoff pauses;
    private final Runnable onOpened;
    private final OncePerCause waiting = new OncePerCause(LOG);
    private final Thread thread = Thread.ofVirtual().name("redis-opening").unstarted(this::run);
    private volatile Optional<Obstacle> obstacle = Optional.of(Obstacle.NO_CONNECTION);
    private volatile boolean closed;

    /**
     * @param onOpened called once, when all are open
     */
    Opening(List<Late<?>> parts, Backoff pauses, Runnable onOpened) {
        this.parts = List.copyOf(parts);
        this.pauses = pauses;
        this.onOpened = onOpened;
    }

    static Opening start(List<Late<?>> parts, Runnable onOpened) {
        var opening = new Opening(parts, pauses(), onOpened);
        opening.thread.start();
        return opening;
    }

    /** Those of whoever waits for Redis: services that wait together do not come all at once. */
    static Backoff pauses() {
        return new Backoff(FIRST_PAUSE, LONGEST_PAUSE).blurred(RandomGenerator.getDefault());
    }

    /** What the last attempt met; empty when all are open. */
    Optional<Obstacle> obstacle() {
        return obstacle;
    }

    void run() {
        for (Late<?> part : parts) {
            if (!isOpened(part)) {
                return;
            }
        }
        obstacle = Optional.empty();
        onOpened.run();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    /** False when it was closed before. */
    private boolean isOpened(Late<?> part) {
        boolean goOn = true;
        while (goOn && !closed) {
            try {
                part.open();
                return true;
            } catch (RuntimeException e) {
                obstacle = Optional.of(Obstacle.of(e));
                waiting.warn(
                        "Redis is waited for",
                        e,
                        LogKey.TYPE.of(Obstacle.of(e)),
                        LogKey.RETRY_IN.of(pauses.next()));
                goOn = pauses.pause();
            }
        }
        return false;
    }
}
