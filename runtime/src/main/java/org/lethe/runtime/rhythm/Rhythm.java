package org.lethe.runtime.rhythm;

import java.time.Duration;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.pause.Backoff;
import org.lethe.privacy.redis.StoreUnavailableException;

/**
 * Does something at a fixed interval on a virtual thread, until closed. Used where the interval
 * follows from the lifetimes, which the scheduler's configuration can't express.
 */
public final class Rhythm implements AutoCloseable {

    private static final Log LOG = Log.of(Rhythm.class);

    private final Duration every;
    private final Runnable work;
    private final Thread thread;

    private Rhythm(String name, Duration every, Runnable work) {
        this.every = every;
        this.work = work;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /** Begins after the first interval; a failure is logged and does not end it. */
    public static Rhythm start(String name, Duration every, Runnable work) {
        Rhythm rhythm = new Rhythm(name, every, work);
        rhythm.thread.start();
        return rhythm;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        var pauses = Backoff.every(every);
        while (pauses.pause()) {
            once();
        }
    }

    private void once() {
        try {
            work.run();
        } catch (StoreUnavailableException away) {
            LOG.debug("the store is away, the next time will do");
        } catch (RuntimeException failure) {
            LOG.warn("regular work failed", failure);
        }
    }
}
