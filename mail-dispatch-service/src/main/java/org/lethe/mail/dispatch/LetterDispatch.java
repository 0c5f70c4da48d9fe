package org.lethe.mail.dispatch;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.lethe.mail.lease.Lease;
import org.lethe.mail.lease.LeaseKeeper;
import org.lethe.mail.lease.LeaseOutcome;
import org.lethe.mail.lease.LetterLeases;
import org.lethe.mail.notice.LostLetterSweep;
import org.lethe.mail.post.Delivery;
import org.lethe.mail.sending.LetterSending;
import org.lethe.mail.sending.Sending;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.pause.Backoff;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.problem.Refusal;

/**
 * Makes one attempt at a letter: takes the lease, sends, destroys.
 *
 * <p>The letter stays sealed in the vault until the mail server has it, so a crash anywhere loses
 * nothing. It is doubled only if the crash comes between the server's acceptance and the key's
 * destruction, or the server's word comes after it was given up on; both copies then have the same
 * Message-ID.
 */
@ApplicationScoped
@Startup
class LetterDispatch {

    private static final Log LOG = Log.of(LetterDispatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LetterLeases leases;
    private final LeaseKeeper keeper;
    private final LetterSending sending;
    private final LetterEnds ends;
    private final LostLetterSweep lost;
    private final DispatchMetrics metrics;
    private final Backoff backoff;

    @Inject
    LetterDispatch(
            LetterLeases leases,
            LeaseKeeper keeper,
            LetterSending sending,
            LetterEnds ends,
            LostLetterSweep lost,
            DispatchMetrics metrics,
            DispatchSettings config) {
        this.leases = leases;
        this.keeper = keeper;
        this.sending = sending;
        this.ends = ends;
        this.lost = lost;
        this.metrics = metrics;
        this.backoff =
                new Backoff(config.retry().first(), config.retry().longest())
                        .blurred(RandomGenerator.getDefault());
    }

    /** Makes an attempt, if it is this instance's turn. */
    Attempt attempt(QueuedLetter queued) {
        try {
            return ends.isAccepted(queued.letter())
                    ? ends.destroyAccepted(queued.letter())
                    : take(queued);
        } catch (StoreUnavailableException e) {
            return new Attempt.Again(PAUSE);
        } catch (Refusal refusal) {
            // The accounts have not been read yet, or the store that there is now is away.
            LOG.debug("a letter has to wait", LogKey.CODE.of(refusal.code()));
            return new Attempt.Again(PAUSE);
        }
    }

    private Attempt take(QueuedLetter queued) {
        return switch (leases.take(queued.letter())) {
            case LeaseOutcome.Taken(Lease lease) -> send(lease);
            case LeaseOutcome.Later(Duration pause) -> new Attempt.Again(pause);
            case LeaseOutcome.Gone() -> new Attempt.Done();
            case LeaseOutcome.LostWithStore() -> {
                lost.tellOfLostStore(queued.letter(), queued.account());
                yield new Attempt.Done();
            }
        };
    }

    private Attempt send(Lease lease) {
        try (var _ = keeper.keep(lease)) {
            return switch (sending.send(lease)) {
                case Sending.Answered(Delivery delivery) -> settle(lease, delivery);
                // Asked again, since it may be gone with its store.
                case Sending.Withdrawn() -> new Attempt.Again(PAUSE);
                case Sending.Unsendable() -> lose(lease);
                case Sending.NotNow() -> postpone(lease);
            };
        }
    }

    private Attempt settle(Lease lease, Delivery delivery) {
        metrics.count(delivery);
        return switch (delivery) {
            case Delivery.Accepted() -> ends.accept(lease);
            case Delivery.Refused(int replyCode) -> {
                LOG.warn(
                        "the mail server refused a letter for good",
                        LogKey.SCOPE.of(lease.letter()),
                        LogKey.STATUS.of(replyCode));
                yield lose(lease);
            }
            case Delivery.Postponed(var reason) -> {
                LOG.info(
                        "a letter has to wait",
                        LogKey.SCOPE.of(lease.letter()),
                        LogKey.REASON.of(reason),
                        LogKey.ATTEMPTS.of(lease.attempts()));
                yield postpone(lease);
            }
        };
    }

    private Attempt lose(Lease lease) {
        return ends.lose(lease) ? new Attempt.Done() : postpone(lease);
    }

    /** When the store is away the lease runs out by itself. */
    private Attempt postpone(Lease lease) {
        Duration pause = backoff.after(lease.attempts());
        leases.postpone(lease, pause);
        return new Attempt.Again(pause);
    }
}
