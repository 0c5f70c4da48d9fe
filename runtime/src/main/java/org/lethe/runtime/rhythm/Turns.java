package org.lethe.runtime.rhythm;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Work of which so much is done at a time: first come, first served. */
public final class Turns implements AutoCloseable {

    /** More than ever wait, and far from what a semaphore can't count. */
    private static final int EVERYBODY = Integer.MAX_VALUE / 2;

    private final Semaphore free;
    private final Duration patience;
    private volatile boolean closed;

    /**
     * Turns.
     *
     * @param most at a time
     * @param patience how long one waits for its turn
     */
    public Turns(int most, Duration patience) {
        this.free = new Semaphore(most, true);
        this.patience = patience;
    }

    /**
     * Waits for a turn on the caller's thread, and does the work then.
     *
     * @return nothing if the turn did not come in time, or the turns are closed
     */
    public <T> Optional<T> take(Supplier<T> work) {
        if (!isItsTurn()) {
            return Optional.empty();
        }
        try {
            return closed ? Optional.empty() : Optional.of(work.get());
        } finally {
            free.release();
        }
    }

    /** The same for what results in nothing: false if it was not done. */
    public boolean run(Runnable work) {
        return take(
                        () -> {
                            work.run();
                            return true;
                        })
                .isPresent();
    }

    /** Whoever waits gives up at once; what has its turn goes on. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            free.release(EVERYBODY);
        }
    }

    private boolean isItsTurn() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
