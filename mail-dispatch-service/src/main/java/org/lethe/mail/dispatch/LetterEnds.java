package org.lethe.mail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.LetterId;
import org.lethe.mail.letter.Lease;
import org.lethe.mail.letter.LeaseKeeper;
import org.lethe.mail.letter.LetterLeases;
import org.lethe.mail.letter.LetterVault;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.runtime.rhythm.Rhythm;

/** Destroys letters that have their outcome: the mail server has them, or will never take them. */
@ApplicationScoped
class LetterEnds {

    private static final Log LOG = Log.of(LetterEnds.class);
    private static final Duration STORE_PAUSE = Duration.ofSeconds(1);

    private final LetterVault vault;
    private final LetterLeases leases;
    private final LeaseKeeper keeper;

    /** Accepted and not destroyed yet. Held until then, or another instance sends them again. */
    private final Map<LetterId, Rhythm> accepted = new ConcurrentHashMap<>();

    @Inject
    LetterEnds(LetterVault vault, LetterLeases leases, LeaseKeeper keeper) {
        this.vault = vault;
        this.leases = leases;
        this.keeper = keeper;
    }

    /** Whether the mail server has it, and the store was away when it was to be destroyed. */
    boolean isAccepted(LetterId letter) {
        return accepted.containsKey(letter);
    }

    Optional<Duration> accept(Lease lease) {
        accepted.put(lease.letter(), keeper.keep(lease));
        return destroyAccepted(lease.letter());
    }

    /** Tells when to try again if the store is away. */
    Optional<Duration> destroyAccepted(LetterId letter) {
        return switch (vault.destroy(letter, DestroyReason.DISPATCHED)) {
            case DestroyOutcome.Destroyed _ -> {
                LOG.info("letter dispatched", LogKey.SCOPE.of(letter));
                yield done(letter);
            }
            case DestroyOutcome.AlreadyGone() -> {
                // Its deadline may have passed while the store was away; it arrived all the same.
                vault.forgetLost(letter);
                yield done(letter);
            }
            case DestroyOutcome.Unavailable(var reason) -> {
                LOG.warn(
                        "a dispatched letter is not destroyed yet",
                        LogKey.SCOPE.of(letter),
                        LogKey.REASON.of(reason));
                yield Optional.of(STORE_PAUSE);
            }
        };
    }

    /** No mail server will ever take it; false while the store is away. */
    boolean lose(Lease lease) {
        return end(lease, DestroyReason.DEADLINE);
    }

    /** A mail server may have it, and another copy would tell no more; false likewise. */
    boolean leaveOpen(Lease lease) {
        return end(lease, DestroyReason.PERHAPS_DELIVERED);
    }

    private boolean end(Lease lease, DestroyReason reason) {
        return switch (vault.destroy(lease.letter(), reason)) {
            case DestroyOutcome.Destroyed _ -> {
                // Its account is told as soon as it does not count as handed over.
                leases.postpone(lease, Duration.ZERO);
                yield true;
            }
            case DestroyOutcome.AlreadyGone() -> true;
            case DestroyOutcome.Unavailable _ -> false;
        };
    }

    private Optional<Duration> done(LetterId letter) {
        Rhythm held = accepted.remove(letter);
        if (held != null) {
            held.close();
        }
        return Optional.empty();
    }
}
