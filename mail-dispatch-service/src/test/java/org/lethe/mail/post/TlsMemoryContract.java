package org.lethe.mail.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every memory of a mail server's TLS does. */
abstract class TlsMemoryContract {

    /** A memory of a server that nobody else knows; the same at each call. */
    abstract TlsMemory memory();

    @Test
    void remembersAnOffer() {
        assertThat(memory().wasOffered()).isFalse();

        memory().noteOffer();
        memory().noteOffer();

        assertThat(memory().wasOffered()).isTrue();
    }
}
