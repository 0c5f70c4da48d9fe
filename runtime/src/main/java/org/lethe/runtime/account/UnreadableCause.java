package org.lethe.runtime.account;

/** Why the newest record of an account can't be opened. */
public enum UnreadableCause {
    /** It is sealed by a key that this process has not; another may have it. */
    KEY_MISSING,
    /** It is not what was sealed, by a key that this process has: nobody can open it. */
    DAMAGED,
    /** It is no record that this version understands; a newer one may. */
    OTHER_VERSION
}
