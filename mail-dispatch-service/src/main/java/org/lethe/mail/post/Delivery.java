package org.lethe.mail.post;

/** What became of a mail that was handed over. */
public sealed interface Delivery {

    /** The mail server answers for it now. */
    record Accepted() implements Delivery {}

    /** The server will never take it, or nobody could send it. */
    record Refused(int replyCode) implements Delivery {}

    /** Not now. The server does not have it, as far as can be known. */
    record Postponed(PostponeReason reason) implements Delivery {}
}
