package org.lethe.contracts.letter;

import org.lethe.contracts.Coded;

/** Why a letter is not known to have arrived. */
public enum LossReason implements Coded {
    /** No mail server had it by its deadline, or one refused it for good. */
    NOT_DELIVERED,
    /** A mail server had the whole of it and never said whether it took it. */
    PERHAPS_DELIVERED,
    /** The store that it waited in was lost, and with it what became of the letter. */
    STORE_LOST
}
