package org.lethe.runtime.caller;

/** What a resource can admit. */
public enum CallerKind {
    /** Holds a visit token. */
    VISITOR,
    /** Holds a participant token of a chat. */
    PARTICIPANT,
    /** Signed in, with the role of an operator. */
    OPERATOR,
    ADMINISTRATOR,
    PRIVACY_OFFICER,
    /** The processor's own staff; belongs to no account. */
    STAFF,
    /** The processor's own staff, acting for an account that lets them. */
    DELEGATE,
    /** The processor's own staff, naming an account that does not let them act alone. */
    PETITIONER
}
