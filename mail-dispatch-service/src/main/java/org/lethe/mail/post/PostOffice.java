package org.lethe.mail.post;

/** Where mails are handed over. */
public interface PostOffice {

    /**
     * Makes sure that there is a mail server; no mail is involved yet.
     *
     * @param tlsRequired TLS or not at all; otherwise TLS where the server offers it, and never
     *     without for a day after it did
     */
    Opening open(boolean tlsRequired);

    /** What became of connecting. */
    sealed interface Opening {

        record Open(Counter counter) implements Opening {}

        record Closed(PostponeReason reason) implements Opening {}
    }

    /** A place that one mail is handed in at. */
    interface Counter extends AutoCloseable {

        /**
         * Hands a mail in and waits for the server's word; what goes wrong on the way is an
         * outcome. Once this returns, nothing of the mail is on its way any more.
         */
        Delivery handIn(OutgoingMail mail, Patience patience);

        @Override
        void close();
    }
}
