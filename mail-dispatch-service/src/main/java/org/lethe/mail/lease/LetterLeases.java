package org.lethe.mail.lease;

import java.time.Duration;
import org.lethe.contracts.id.LetterId;

/** Whose turn it is with a letter, kept beside it. Throws when the store is away. */
public interface LetterLeases extends LetterOutcomes {

    /** Asks for the next attempt. */
    LeaseOutcome take(LetterId letter);

    /** Holds the lease for another term; false if it is lost. */
    boolean hold(Lease lease);

    /**
     * The last question before the mail server: whether the letter is still to be sent.
     *
     * @param longest that the server may take; half of what the letter has left, if that is less
     */
    HandOver handOver(Lease lease, Duration longest);

    /**
     * Says that the mail server does not have the letter and gives the lease back; the next attempt
     * is due after this time.
     */
    void postpone(Lease lease, Duration pause);
}
