package org.lethe.mail.dispatch;

import java.time.Duration;
import org.lethe.contracts.id.LetterId;

/** Whose turn it is with a letter, kept beside it. Throws when the store is away. */
interface LetterLeases extends LetterOutcomes {

    /** Asks for the next attempt. */
    LeaseOutcome take(LetterId letter, Duration term);

    /** Holds the lease for another term; false if it is lost. */
    boolean hold(Lease lease, Duration term);

    /** The last question before the mail server: whether the letter is still to be sent. */
    HandOver handOver(Lease lease);

    /** Gives the lease back; the next attempt is due after this time. */
    void postpone(Lease lease, Duration pause);
}
