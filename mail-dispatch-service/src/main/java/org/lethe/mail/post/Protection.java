package org.lethe.mail.post;

/** How a mail travels to the mail server. */
public enum Protection {
    /** TLS whenever the server offers it, and never without once it was offered. */
    WHEN_OFFERED,
    /** TLS or not at all. */
    REQUIRED
}
