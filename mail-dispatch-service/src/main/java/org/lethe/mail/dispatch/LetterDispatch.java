package org.lethe.mail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.LetterId;
import org.lethe.mail.post.Delivery;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/**
 * Makes one attempt at a letter: takes the lease, sends, destroys.
 *
 * <p>The letter stays sealed in the vault until the mail server has it, so a crash anywhere loses
 * nothing. It is doubled only if the crash comes between the server's acceptance and the key's
 * destruction; both copies then have the same Message-ID.
 */
@ApplicationScoped
class LetterDispatch {

    private static final Log LOG = Log.of(LetterDispatch.class);
    private static final Duration STORE_PAUSE = Duration.ofSeconds(1);

    private final LetterLeases leases;
    private final LetterSending sending;
    private final Vault vault;
    private final DispatchMetrics metrics;
    private final Duration term;
    private final Backoff backoff;
    private final RandomGenerator random = RandomGenerator.getDefault();

    /** Accepted by the mail server, and the store was away when they were to be destroyed. */
    private final Set<LetterId> accepted = ConcurrentHashMap.newKeySet();

    @Inject
    LetterDispatch(
            LetterLeases leases,
            LetterSending sending,
            Vault vault,
            DispatchMetrics metrics,
            DispatchConfig config) {
        this.leases = leases;
        this.sending = sending;
        this.vault = vault;
        this.metrics = metrics;
        this.term = config.lease();
        this.backoff = new Backoff(config.retry().first(), config.retry().longest());
    }

    /** Makes an attempt, if it is this instance's turn. */
    Attempt attempt(LetterId letter) {
        if (accepted.contains(letter)) {
            return destroyDispatched(letter);
        }
        try {
            return switch (leases.take(letter, term)) {
                case LeaseOutcome.Taken(Lease lease) -> send(lease);
                case LeaseOutcome.Later(Duration pause) -> new Attempt.Again(pause);
                case LeaseOutcome.Gone() -> new Attempt.Done();
            };
        } catch (StoreUnavailableException e) {
            return new Attempt.Again(STORE_PAUSE);
        } catch (Refusal refusal) {
            // The accounts have not been read yet.
            LOG.debug("a letter has to wait", LogKey.CODE.of(refusal.code()));
            return new Attempt.Again(STORE_PAUSE);
        }
    }

    private Attempt send(Lease lease) {
        return switch (sending.send(lease)) {
            case Sending.Answered(Delivery delivery) -> settle(lease, delivery);
            case Sending.Withdrawn() -> new Attempt.Done();
            case Sending.Unsendable() -> lose(lease);
            case Sending.NotNow() -> postpone(lease);
        };
    }

    private Attempt settle(Lease lease, Delivery delivery) {
        metrics.count(delivery);
        return switch (delivery) {
            case Delivery.Accepted() -> {
                accepted.add(lease.letter());
                yield destroyDispatched(lease.letter());
            }
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

    private Attempt destroyDispatched(LetterId letter) {
        return switch (vault.destroy(letter, DestroyReason.DISPATCHED, List.of())) {
            case DestroyOutcome.Destroyed ignored -> {
                accepted.remove(letter);
                LOG.info("letter dispatched", LogKey.SCOPE.of(letter));
                yield new Attempt.Done();
            }
            case DestroyOutcome.AlreadyGone() -> {
                accepted.remove(letter);
                yield new Attempt.Done();
            }
            case DestroyOutcome.Unavailable(var reason) -> {
                LOG.warn(
                        "a dispatched letter is not destroyed yet",
                        LogKey.SCOPE.of(letter),
                        LogKey.REASON.of(reason));
                yield new Attempt.Again(STORE_PAUSE);
            }
        };
    }

    private Attempt lose(Lease lease) {
        return switch (vault.destroy(lease.letter(), DestroyReason.DEADLINE, List.of())) {
            case DestroyOutcome.Destroyed ignored -> new Attempt.Done();
            case DestroyOutcome.AlreadyGone() -> new Attempt.Done();
            case DestroyOutcome.Unavailable ignored -> postpone(lease);
        };
    }

    /** When the store is away the lease runs out by itself. */
    private Attempt postpone(Lease lease) {
        Duration pause = backoff.after(lease.attempts(), random);
        leases.postpone(lease, pause);
        return new Attempt.Again(pause);
    }
}
