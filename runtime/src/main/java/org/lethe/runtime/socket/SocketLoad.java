package org.lethe.runtime.socket;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;

/** What all sockets of this process hold in memory: frames that wait, and what is not read yet. */
@ApplicationScoped
class SocketLoad implements MeterBinder {

    /** So much may wait for a client at any time: a slow network is no fault. */
    private static final long SHARE = 64 * 1024;

    private final AtomicLong waitingFrames = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong unsent = new AtomicLong();
    private final SocketSettings settings;

    @Inject
    SocketLoad(SocketSettings settings) {
        this.settings = settings;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("lethe.sockets.waiting.frames", waitingFrames, AtomicLong::get)
                .description("Frames of clients that wait for their turn or have it")
                .register(registry);
        Gauge.builder("lethe.sockets.waiting.characters", waiting, AtomicLong::get)
                .description("How long those frames are together")
                .register(registry);
        Gauge.builder("lethe.sockets.unsent.characters", unsent, AtomicLong::get)
                .description("What was written to sockets and not taken by the network yet")
                .register(registry);
    }

    /** Whether one more frame may wait; if so, it is to be {@link #done}. */
    boolean takesWaiting(int length) {
        if (waiting.addAndGet(length) > settings.maxWaitingInAll()) {
            waiting.addAndGet(-length);
            return false;
        }
        waitingFrames.incrementAndGet();
        return true;
    }

    void done(int length) {
        waitingFrames.decrementAndGet();
        waiting.addAndGet(-length);
    }

    /**
     * Whether so much more may wait for a client; if so, it is to be {@link #sent}.
     *
     * @param own all that waits for this client then
     */
    boolean takesUnsent(long own, int length) {
        boolean crowded = unsent.addAndGet(length) > settings.maxUnsentInAll();
        if (own > settings.maxUnsent() || crowded && own > SHARE) {
            unsent.addAndGet(-length);
            return false;
        }
        return true;
    }

    void sent(int length) {
        unsent.addAndGet(-length);
    }
}
