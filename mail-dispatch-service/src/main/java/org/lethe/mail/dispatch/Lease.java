package org.lethe.mail.dispatch;

import org.lethe.contracts.id.LetterId;

/**
 * The right to make one attempt at a letter.
 *
 * @param owner made for this attempt; fences out whoever had the lease before
 * @param attempts including this one
 */
record Lease(LetterId letter, String owner, int attempts) {}
