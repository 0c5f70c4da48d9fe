package org.lethe.mail.lease;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;

/** Holds leases while their letters are sent, however slow the mail server is. */
@ApplicationScoped
public class LeaseKeeper {

    private static final Log LOG = Log.of(LeaseKeeper.class);
    private static final int HOLDS_A_TERM = 3;

    private final LetterLeases leases;
    private final Duration pause;
    private final ScheduledExecutorService rhythm =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("lethe-leases").factory());

    @Inject
    LeaseKeeper(LetterLeases leases, LeaseSettings config) {
        this.leases = leases;
        this.pause = config.lease().dividedBy(HOLDS_A_TERM);
    }

    /** Holds a lease until this is closed. */
    public Held keep(Lease lease) {
        try {
            Future<?> holding =
                    rhythm.scheduleAtFixedRate(
                            () -> Thread.startVirtualThread(() -> hold(lease)),
                            pause.toMillis(),
                            pause.toMillis(),
                            TimeUnit.MILLISECONDS);
            return () -> holding.cancel(false);
        } catch (RejectedExecutionException e) {
            // The process ends; a letter that was accepted is to be destroyed all the same.
            return () -> {};
        }
    }

    private void hold(Lease lease) {
        try {
            if (!leases.hold(lease)) {
                LOG.debug("a lease is over", LogKey.SCOPE.of(lease.letter()));
            }
        } catch (StoreUnavailableException e) {
            LOG.warn("a lease could not be held", LogKey.SCOPE.of(lease.letter()));
        }
    }

    @PreDestroy
    void stop() {
        rhythm.shutdownNow();
    }

    /** Lets go when closed. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
