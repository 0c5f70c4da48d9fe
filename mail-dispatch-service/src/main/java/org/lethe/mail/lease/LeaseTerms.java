package org.lethe.mail.lease;

import java.time.Duration;

/**
 * The terms of a lease: before its letter is handed over, and from then on.
 *
 * @param before held three times a term, so that one late command loses nothing
 */
record LeaseTerms(Duration before, Duration after) {

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
