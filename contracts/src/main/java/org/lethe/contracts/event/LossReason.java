package org.lethe.contracts.event;

import org.lethe.contracts.Coded;

/** Why a letter did not arrive, or is not known to have arrived. */
public enum LossReason implements Coded {
    /** No mail server took it by its deadline, or one refused it. */
    NOT_TAKEN,
    /** A mail server had the whole of it and never said whether it took it. */
    PERHAPS_DELIVERED,
    /** It went with the store that it waited in; nobody refused or destroyed it. */
    STORE_LOST
}
