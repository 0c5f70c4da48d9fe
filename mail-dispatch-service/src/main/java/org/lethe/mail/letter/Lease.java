package org.lethe.mail.letter;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;

/**
 * The right to make one attempt at a letter.
 *
 * @param tlsRequired what the account demanded when the letter was made
 * @param owner made for this attempt; fences out whoever had the lease before
 * @param attempts including this one
 * @param unanswered how many of those before ended without the word of a mail server that had, or
 *     may have had, the whole letter
 */
public record Lease(
        LetterId letter,
        AccountId account,
        boolean tlsRequired,
        String owner,
        int attempts,
        int unanswered) {}
