package org.lethe.mail.post;

/** Why a letter could not be handed over now; another attempt may succeed. */
public enum PostponeReason {
    /** The vault could not be asked for it, or its key is not ours to open now. */
    SEALED,
    /** No connection, or it broke before the server's last word. */
    UNREACHABLE,
    /** The server did not answer in time. */
    SILENT,
    /** The server asked to come back later (4xx). */
    DEFERRED,
    /** The server refuses us, not this mail: its greeting, our sign-in or sender. */
    CLIENT_REFUSED,
    /** TLS is required and the server does not offer it. */
    TLS_MISSING,
    /** The server offered TLS within the last day and does not now: it may be somebody else. */
    TLS_WITHDRAWN,
    /** TLS was offered and did not come about, such as with an unknown certificate. */
    TLS_FAILED
}
