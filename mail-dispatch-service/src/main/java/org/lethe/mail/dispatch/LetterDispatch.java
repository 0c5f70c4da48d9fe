package org.lethe.mail.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lethe.mail.letter.Lease;
import org.lethe.mail.letter.LeaseKeeper;
import org.lethe.mail.letter.LeaseOutcome;
import org.lethe.mail.letter.LetterLeases;
import org.lethe.mail.notice.LostLetters;
import org.lethe.mail.post.Delivery;
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
 * destruction, or the server has it and gives no word: then a few copies are sent, far apart, and
 * all have the same Message-ID.
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
    private final LostLetters lost;
    private final LetterCounts counts;
    private final Backoff backoff;
    private final int copies;
    private final Backoff betweenCopies;

    @Inject
    LetterDispatch(
            LetterLeases leases,
            LeaseKeeper keeper,
            LetterSending sending,
            LetterEnds ends,
            LostLetters lost,
            MeterRegistry metrics,
            DispatchSettings config) {
        this.leases = leases;
        this.keeper = keeper;
        this.sending = sending;
        this.ends = ends;
        this.lost = lost;
        this.counts = new LetterCounts(metrics);
        this.backoff =
                new Backoff(config.retry().first(), config.retry().longest())
                        .blurred(RandomGenerator.getDefault());
        this.copies = config.unanswered().copies();
        this.betweenCopies =
                new Backoff(config.unanswered().first(), config.unanswered().longest());
    }

    /** Makes an attempt, if it is this instance's turn; tells when there is to be another. */
    Optional<Duration> attempt(QueuedLetter queued) {
        try {
            if (ends.isAccepted(queued.letter())) {
                return ends.destroyAccepted(queued.letter());
            }
            // Whoever takes a letter that it can't send keeps it from an instance that can.
            return sending.isAble() ? take(queued) : Optional.of(PAUSE);
        } catch (StoreUnavailableException e) {
            return Optional.of(PAUSE);
        } catch (Refusal refusal) {
            // The store that there is now is away.
            LOG.debug("a letter has to wait", LogKey.CODE.of(refusal.code()));
            return Optional.of(PAUSE);
        }
    }

    private Optional<Duration> take(QueuedLetter queued) {
        return switch (leases.take(queued.letter())) {
            case LeaseOutcome.Taken(Lease lease) -> send(lease);
            case LeaseOutcome.Later(Duration pause) -> Optional.of(pause);
            case LeaseOutcome.Gone() -> Optional.empty();
            case LeaseOutcome.LostWithStore() -> {
                lost.tellOfLostStore(
                        queued.letter(), queued.account(), Optional.ofNullable(queued.kind()));
                yield Optional.empty();
            }
        };
    }

    private Optional<Duration> send(Lease lease) {
        if (lease.unanswered() >= copies) {
            return leaveOpen(lease);
        }
        try (var _ = keeper.keep(lease)) {
            return settle(lease, sending.send(lease));
        }
    }

    private Optional<Duration> settle(Lease lease, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted(var way) -> {
                counts.accepted(way);
                yield ends.accept(lease);
            }
            case Delivery.Refused(int replyCode) -> {
                counts.refused();
                LOG.warn(
                        "the mail server refused a letter for good",
                        LogKey.SCOPE.of(lease.letter()),
                        LogKey.STATUS.of(replyCode));
                yield lose(lease);
            }
            case Delivery.Postponed(var reason) -> {
                counts.postponed(reason);
                LOG.info(
                        "a letter has to wait",
                        LogKey.SCOPE.of(lease.letter()),
                        LogKey.REASON.of(reason),
                        LogKey.ATTEMPTS.of(lease.attempts()));
                yield postpone(lease);
            }
            case Delivery.Unanswered() -> {
                counts.unanswered();
                LOG.warn(
                        "a mail server had a whole letter and gave no word",
                        LogKey.SCOPE.of(lease.letter()),
                        LogKey.ATTEMPTS.of(lease.attempts()));
                yield unanswered(lease);
            }
            // Asked again, since it may be gone with its store.
            case Delivery.Withdrawn() -> Optional.of(PAUSE);
            case Delivery.Unsendable() -> lose(lease);
        };
    }

    private Optional<Duration> lose(Lease lease) {
        return ends.lose(lease) ? Optional.empty() : postpone(lease);
    }

    private Optional<Duration> unanswered(Lease lease) {
        int sent = lease.unanswered() + 1;
        if (sent >= copies) {
            return leaveOpen(lease);
        }
        Duration pause = betweenCopies.after(sent);
        leases.postponeUnanswered(lease, pause);
        return Optional.of(pause);
    }

    private Optional<Duration> leaveOpen(Lease lease) {
        counts.perhapsDelivered();
        return ends.leaveOpen(lease) ? Optional.empty() : Optional.of(PAUSE);
    }

    /** When the store is away the lease runs out by itself. */
    private Optional<Duration> postpone(Lease lease) {
        Duration pause = backoff.after(lease.attempts());
        leases.postpone(lease, pause);
        return Optional.of(pause);
    }
}
