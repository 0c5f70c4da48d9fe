package org.lethe.mail.letter;

import java.time.Duration;

/**
 * The terms of a lease: before its letter is handed over, and from then on.
 *
 * @param before held three times a term, so that one late command loses nothing
 */
record LeaseTerms(Duration before, Duration after) {

    /** Less time than this before its deadline, and a letter is left to be lost. */
    static final Duration NEEDED = Duration.ofSeconds(2);

    /** How long is known what was handed over; an erasure asks within seconds. */
    static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    LeaseTerms {
        if (before.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("lethe.mail.lease is too short to be held");
        }
        if (after.compareTo(before) < 0) {
            throw new IllegalArgumentException(
                    "lethe.mail.handed-over-lease is shorter than lethe.mail.lease");
        }
    }

    static LeaseTerms of(LeaseSettings config) {
        return new LeaseTerms(config.lease(), config.handedOverLease());
    }
}
