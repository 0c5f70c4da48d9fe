package org.lethe.contracts.event;

import org.lethe.contracts.Coded;

/** Why a scope was destroyed. */
public enum DestroyReason implements Coded {
    /** The visitor left the site. */
    LEFT,
    /** The chat ended. */
    ENDED,
    /** The mail server has the letter. */
    DISPATCHED,
    /** A mail server had the whole letter and never said whether it took it. */
    PERHAPS_DELIVERED,
    /** The scope's deadline passed. */
    DEADLINE,
    /** The data subject was erased. */
    ERASED,
    /** The account was closed. */
    CLOSED,
    /** The request was withdrawn. */
    REVOKED
}
