package org.lethe.mail.sending;

import org.lethe.mail.post.Delivery;

/** How far an attempt came. */
public sealed interface Sending {

    /** The mail server, or its absence, answered. */
    record Answered(Delivery delivery) implements Sending {}

    /** It was not to be sent any more: erased, at its deadline, or another instance's turn. */
    record Withdrawn() implements Sending {}

    /** It can't be read, or its recipient is no address: no attempt will ever succeed. */
    record Unsendable() implements Sending {}

    /** The vault could not be asked. */
    record NotNow() implements Sending {}
}
