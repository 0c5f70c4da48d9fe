package org.lethe.mail.post;

/** What became of an attempt to hand a letter over. */
public sealed interface Delivery {

    /** The mail server answers for it now, and it came there this way. */
    record Accepted(Way way) implements Delivery {}

    /** The server will never take it, or nobody could send it. */
    record Refused(int replyCode) implements Delivery {}

    /** Not now. The server does not have it: it was not given all of it, or said no. */
    record Postponed(PostponeReason reason) implements Delivery {}

    /** The server had the whole of it and gave no word: perhaps it took it. */
    record Unanswered() implements Delivery {}

    /** It was not to be sent any more: erased, at its deadline, or another instance's turn. */
    record Withdrawn() implements Delivery {}

    /** It can't be read, or its recipient is no address: no attempt will ever succeed. */
    record Unsendable() implements Delivery {}
}
