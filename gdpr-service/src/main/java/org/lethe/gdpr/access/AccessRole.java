package org.lethe.gdpr.access;

import org.lethe.contracts.Coded;

/** In what role somebody can or could read something that is held. */
enum AccessRole implements Coded {
    /** Signed in to the account: they see who is on the site and who waits. Nobody counts them. */
    OPERATORS,
    /** Those who are or were in the chat. */
    OPERATORS_IN_CHAT,
    /** A mailbox that the account named. */
    TEAM_MAILBOX,
    /** The mailbox that the visitor named. */
    VISITOR_MAILBOX,
    /** Of the account, for data subjects' rights. What they see is in its audit. */
    PRIVACY_OFFICERS,
    /**
     * Of the processor, for data subjects' rights: where the account lets them act, or a second
     * person confirms it. What they see is in the account's audit.
     */
    PROCESSOR_STAFF
}
