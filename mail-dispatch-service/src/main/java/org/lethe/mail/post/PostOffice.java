package org.lethe.mail.post;

import java.time.Duration;

/** Where mails are handed over. */
public interface PostOffice {

    /**
     * Connects to the mail server, encrypts and signs in; no mail is involved yet.
     *
     * @param tlsRequired TLS or not at all; otherwise TLS where the server offers it, and never
     *     without once it was offered
     */
    Opening open(boolean tlsRequired);

    /** What became of connecting. */
    sealed interface Opening {

        record Open(Counter counter) implements Opening {}

        record Closed(PostponeReason reason) implements Opening {}
    }

    /** A connection that one mail is handed in at. */
    interface Counter extends AutoCloseable {

        /**
         * Hands a mail in and waits for the server's word; what goes wrong on the way is an
         * outcome.
         *
         * @param time after which no word is waited for any more
         */
        Delivery handIn(OutgoingMail mail, Duration time);

        @Override
        void close();
    }
}
