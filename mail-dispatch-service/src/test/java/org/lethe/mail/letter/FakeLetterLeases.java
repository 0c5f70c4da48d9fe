package org.lethe.mail.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.scope.Slots;
import org.lethe.mail.letter.FakeLetterVault.FakeLetter;

/** Leases in memory, beside the letters; several on one vault are several instances. */
public final class FakeLetterLeases implements LetterLeases {

    private final FakeLetterVault vault;
    private final LeaseTerms terms;

    public FakeLetterLeases(FakeLetterVault vault, LeaseSettings config) {
        this.vault = vault;
        this.terms = LeaseTerms.of(config);
    }

    @Override
    public LeaseOutcome take(LetterId letter) {
        synchronized (vault) {
            Optional<FakeLetter> found = vault.find(letter);
            if (found.isEmpty() || found.get().erasing) {
                return vault.isOfThisStore(letter)
                        ? new LeaseOutcome.Gone()
                        : new LeaseOutcome.LostWithStore();
            }
            FakeLetter kept = found.get();
            if (!kept.slots.containsKey(Slots.LETTER_BODY)) {
                return new LeaseOutcome.Later(Duration.ofSeconds(1));
            }
            Instant free = kept.leaseUntil.isAfter(now()) ? kept.leaseUntil : kept.nextAttempt;
            return free.isAfter(now())
                    ? new LeaseOutcome.Later(Duration.between(now(), free))
                    : new LeaseOutcome.Taken(lease(letter, kept));
        }
    }

    private Lease lease(LetterId letter, FakeLetter kept) {
        if (vault.handedOver.remove(letter) != null) {
            noteUnanswered(letter, kept);
        }
        kept.owner = UUID.randomUUID().toString();
        kept.leaseUntil = now().plus(terms.before());
        kept.attempts++;
        return new Lease(
                letter, kept.account, kept.tlsRequired, kept.owner, kept.attempts, kept.unanswered);
    }

    @Override
    public boolean hold(Lease lease) {
        synchronized (vault) {
            Optional<FakeLetter> own = own(lease);
            own.ifPresent(kept -> {
                boolean isUnderWay = vault.handedOver.containsKey(lease.letter());
                Duration after = shorter(terms.after(), half(kept));
                kept.leaseUntil =
                        now().plus(
                                        isUnderWay && after.compareTo(terms.before()) > 0
                                                ? after
                                                : terms.before());
            });
            return own.isPresent();
        }
    }

    @Override
    public Optional<Duration> handOver(Lease lease, Duration longest) {
        synchronized (vault) {
            return own(lease)
                    .filter(kept -> !kept.erasing && kept.leaseUntil.isAfter(now()))
                    .filter(kept -> half(kept).multipliedBy(2).compareTo(LeaseTerms.NEEDED) >= 0)
                    .map(kept -> {
                        Instant until = now().plus(shorter(terms.after(), half(kept)));
                        if (until.isAfter(kept.leaseUntil)) {
                            kept.leaseUntil = until;
                        }
                        Duration remembered = LeaseTerms.REMEMBERED.plus(longest);
                        vault.handedOver.put(lease.letter(), now().plus(remembered));
                        return shorter(longest, half(kept));
                    });
        }
    }

    @Override
    public void postpone(Lease lease, Duration pause) {
        postpone(lease, pause, false);
    }

    @Override
    public void postponeUnanswered(Lease lease, Duration pause) {
        postpone(lease, pause, true);
    }

    private void noteUnanswered(LetterId letter, FakeLetter kept) {
        kept.unanswered++;
        vault.perhaps.put(letter, kept.deadline.plus(LeaseTerms.REMEMBERED));
    }

    private void postpone(Lease lease, Duration pause, boolean unanswered) {
        synchronized (vault) {
            Optional<FakeLetter> own = own(lease);
            if (unanswered) {
                own.ifPresent(kept -> noteUnanswered(lease.letter(), kept));
            }
            if (own.isPresent() || vault.find(lease.letter()).isEmpty()) {
                vault.handedOver.remove(lease.letter());
            }
            own.ifPresent(kept -> {
                kept.owner = "";
                kept.leaseUntil = Instant.MIN;
                kept.nextAttempt = now().plus(pause);
            });
        }
    }

    @Override
    public Custody custody(LetterId letter) {
        synchronized (vault) {
            vault.find(letter);
            Optional<DestroyReason> outcome = vault.outcome(letter);
            if (isIn(vault.handedOver, letter)
                    || outcome.equals(Optional.of(DestroyReason.DISPATCHED))) {
                return Custody.HANDED_OVER;
            }
            return isIn(vault.perhaps, letter)
                            || outcome.equals(Optional.of(DestroyReason.PERHAPS_DELIVERED))
                    ? Custody.PERHAPS
                    : Custody.OURS;
        }
    }

    private boolean isIn(Map<LetterId, Instant> remembered, LetterId letter) {
        return remembered.getOrDefault(letter, Instant.MIN).isAfter(now());
    }

    private Optional<FakeLetter> own(Lease lease) {
        return vault.find(lease.letter()).filter(kept -> kept.owner.equals(lease.owner()));
    }

    private Instant now() {
        return vault.clock.instant();
    }

    /** With half of its time left, a letter can be sent once more. */
    private Duration half(FakeLetter kept) {
        return Duration.between(now(), kept.deadline).dividedBy(2);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
