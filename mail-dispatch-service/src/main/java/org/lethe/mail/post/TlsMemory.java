package org.lethe.mail.post;

/**
 * Remembers for a day that the mail server offered TLS: one that does not any more may be somebody
 * else, who wants to read along. Throws when the store is away.
 */
public interface TlsMemory {

    /** It offers TLS. */
    void noteOffer();

    /** Whether it did within the last day. */
    boolean wasOffered();
}
