package org.lethe.mail.dispatch;

/** Whether a letter may go to the mail server. */
enum HandOver {
    GO,
    /** Erased, being erased, or at its deadline. */
    GONE,
    /** This attempt took too long, and another instance has the lease. */
    LEASE_LOST
}
