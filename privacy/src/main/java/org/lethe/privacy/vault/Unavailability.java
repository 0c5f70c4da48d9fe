package org.lethe.privacy.vault;

/** Why nothing can be said about a scope, or nothing done with it, though it may exist. */
public enum Unavailability {
    /** Redis is away or too slow; ask again. */
    STORE_AWAY,
    /**
     * The store was lost after the scope was opened: nobody destroyed it, it is gone all the same.
     */
    STORE_LOST,
    /** Too few replicas confirmed; ask again. */
    NOT_REPLICATED,
    /** A key record is there that the suite's key-encryption keys don't open. */
    KEY_UNREADABLE,
    /** Another process is just opening the scope; ask again. */
    OPENING
}
