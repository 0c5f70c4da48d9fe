package org.lethe.mail.letter;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;

/**
 * The right to make one attempt at a letter.
 *
 * @param tlsRequired what the account demanded when the letter was made
 * @param owner made for this attempt; fences out whoever had the lease before
 * @param attempts including this one
 */
public record Lease(
        LetterId letter, AccountId account, boolean tlsRequired, String owner, int attempts) {}
