package org.lethe.mail.post;

/** How a letter went to the mail server. */
public enum Way {
    TLS,
    /** Readable to whoever is on the way to the server. */
    CLEAR
}
