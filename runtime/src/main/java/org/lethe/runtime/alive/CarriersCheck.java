package org.lethe.runtime.alive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jspecify.annotations.Nullable;
import org.lethe.privacy.log.Log;

/**
 * Not alive once a virtual thread that was begun has not run for {@link #PATIENCE}. Frames, events
 * and destructions run on virtual threads. Those wait for a carrier, of which there are as many as
 * processors, and a carrier is held by who loads or initialises a class: where each is held by
 * somebody who waits for a virtual thread without one, none ever runs again, and the process serves
 * nobody while it answers its probes. Nothing within it can undo that; a process anew does, and the
 * other replicas destroy meanwhile what is due.
 *
 * <p>Each call begins one, unless the last has not run yet: a check that nobody asks costs nothing.
 */
@Liveness
@ApplicationScoped
class CarriersCheck implements HealthCheck {

    /** Far longer than a collection or a busy machine keeps a thread from running. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Log LOG = Log.of(CarriersCheck.class);

    private final Executor virtual;
    private final LongSupplier nanoTime;
    private @Nullable Begun waiting;

    @Inject
    CarriersCheck() {
        this(Thread::startVirtualThread, System::nanoTime);
    }

    CarriersCheck(Executor virtual, LongSupplier nanoTime) {
        this.virtual = virtual;
        this.nanoTime = nanoTime;
    }

    /** On a thread of the platform, as the probes of Quarkus are. */
    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("carriers").status(run()).build();
    }

    private synchronized boolean run() {
        long now = nanoTime.getAsLong();
        Begun last = waiting;
        if (last == null || last.ran) {
            var next = new Begun(now);
            waiting = next;
            virtual.execute(next);
            return true;
        }
        if (now - last.at < PATIENCE.toNanos()) {
            return true;
        }
        LOG.error("no virtual thread runs any more; this process is to be started anew");
        return false;
    }

    /** One that has been begun at a time. */
    private static final class Begun implements Runnable {

        private final long at;
        private volatile boolean ran;

        Begun(long at) {
            this.at = at;
        }

        @Override
        public void run() {
            ran = true;
        }
    }
}
