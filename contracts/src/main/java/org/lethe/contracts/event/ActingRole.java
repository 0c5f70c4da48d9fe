package org.lethe.contracts.event;

import org.lethe.contracts.Coded;

/** In which role somebody acted for a data subject's rights; who it was is not told. */
public enum ActingRole implements Coded {
    /** Of the account: a person, or a program that signs in as one. */
    PRIVACY_OFFICER,
    /** Of the processor: whom the account lets act, or with a second person's confirmation. */
    STAFF
}
