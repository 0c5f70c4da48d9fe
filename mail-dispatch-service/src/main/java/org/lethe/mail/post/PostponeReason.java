package org.lethe.mail.post;

import java.util.Locale;

/** Why a mail could not be handed over now; another attempt may succeed. */
public enum PostponeReason {
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
    /** TLS was offered and did not come about, such as with an unknown certificate. */
    TLS_FAILED;

    /** The stable code for logs and metrics. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
