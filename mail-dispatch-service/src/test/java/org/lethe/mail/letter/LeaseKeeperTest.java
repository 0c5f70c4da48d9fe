package org.lethe.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.LetterId;
import org.lethe.mail.InMemory;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.fixture.TestClock;

class LeaseKeeperTest {

    private static final Duration TERM = Duration.ofMillis(30);

    private final FakeLetterVault vault = new FakeLetterVault(new TestClock());
    private final LetterId letter = vault.open(InMemory.ACME, Duration.ofHours(1), false);
    private final Holds leases = new Holds(vault);
    private final LeaseKeeper keeper = new LeaseKeeper(leases, new Term(TERM, TERM));
    private final Lease lease = new Lease(letter, InMemory.ACME, false, "owner", 1, 0);

    @Test
    void holdsALeaseAgainAndAgainAlsoAfterTheStoreWasAway() {
        leases.failures.set(2);

        try (var _ = keeper.keep(lease)) {
            await().until(() -> leases.held.get() >= 3);
        }
    }

    @Test
    void letsGoWhenItIsClosed() {
        keeper.keep(lease).close();

        await().pollDelay(TERM.multipliedBy(2)).until(() -> true);
        assertThat(leases.held).hasValue(0);
    }

    private record Term(Duration lease, Duration handedOverLease) implements LeaseSettings {}

    /** Counts how often a lease is held. */
    private static final class Holds implements LetterLeases {

        private final AtomicInteger held = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private final LetterLeases leases;

        Holds(FakeLetterVault vault) {
            leases = new FakeLetterLeases(vault, InMemory.TERMS);
        }

        @Override
        public boolean hold(Lease lease) {
            if (failures.getAndDecrement() > 0) {
                throw new StoreUnavailableException(new IllegalStateException());
            }
            held.incrementAndGet();
            return leases.hold(lease);
        }

        @Override
        public LeaseOutcome take(LetterId letter) {
            return leases.take(letter);
        }

        @Override
        public Optional<Duration> handOver(Lease lease, Duration longest) {
            return leases.handOver(lease, longest);
        }

        @Override
        public void postpone(Lease lease, Duration pause) {
            leases.postpone(lease, pause);
        }

        @Override
        public void postponeUnanswered(Lease lease, Duration pause) {
            leases.postponeUnanswered(lease, pause);
        }

        @Override
        public Custody custody(LetterId letter) {
            return leases.custody(letter);
        }
    }
}
