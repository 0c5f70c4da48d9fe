package org.lethe.contracts.letter;

import org.lethe.contracts.Coded;

/** Why a letter did not arrive. */
public enum LossReason implements Coded {
    /** No mail server took it by its deadline, or one refused it. */
    NOT_TAKEN,
    /** It went with the store that it waited in; nobody refused or destroyed it. */
    STORE_LOST
}
