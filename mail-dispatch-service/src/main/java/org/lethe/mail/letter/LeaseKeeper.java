package org.lethe.mail.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.lethe.runtime.rhythm.Rhythm;

/** Holds leases while their letters are sent, however slow the mail server is. */
@ApplicationScoped
public class LeaseKeeper {

    private static final int HOLDS_A_TERM = 3;

    private final LetterLeases leases;
    private final Duration pause;

    @Inject
    public LeaseKeeper(LetterLeases leases, LeaseSettings config) {
        this.leases = leases;
        this.pause = config.lease().dividedBy(HOLDS_A_TERM);
    }

    /** Holds a lease until this is closed. */
    public Rhythm keep(Lease lease) {
        return Rhythm.start("lethe-lease", pause, () -> leases.hold(lease));
    }
}
