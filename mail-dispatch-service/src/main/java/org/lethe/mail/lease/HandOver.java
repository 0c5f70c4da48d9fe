package org.lethe.mail.lease;

import java.time.Duration;

/** Whether a letter may go to the mail server. */
public sealed interface HandOver {

    /**
     * It may.
     *
     * @param time within which the server must have given its word
     */
    record Go(Duration time) implements HandOver {}

    /** Erased, being erased, or at its deadline. */
    record Gone() implements HandOver {}

    /** This attempt took too long, and another instance has the lease. */
    record LeaseLost() implements HandOver {}
}
