package org.lethe.mail.letter;

import java.time.Duration;
import java.util.Optional;
import org.lethe.contracts.id.LetterId;

/** Whose turn it is with a letter, kept beside it. Throws when the store is away. */
public interface LetterLeases {

    /** Asks for the next attempt. */
    LeaseOutcome take(LetterId letter);

    /** Holds the lease for another term; false if it is lost. */
    boolean hold(Lease lease);

    /**
     * The last question before the mail server. Empty if the letter is not to be sent any more: it
     * is erased, being erased, at its deadline, or another instance's turn.
     *
     * @param longest that the server may take
     * @return within which the server must have given its word: half of what the letter has left,
     *     if that is less
     */
    Optional<Duration> handOver(Lease lease, Duration longest);

    /**
     * Says that the mail server does not have the letter and gives the lease back; the next attempt
     * is due after this time.
     */
    void postpone(Lease lease, Duration pause);

    /**
     * Says that the mail server had the whole letter and gave no word, and gives the lease back;
     * the next attempt, which may be a second copy, is due after this time.
     */
    void postponeUnanswered(Lease lease, Duration pause);

    /** Who has a letter, or had it when it was destroyed, as far as can be known. */
    Custody custody(LetterId letter);
}
