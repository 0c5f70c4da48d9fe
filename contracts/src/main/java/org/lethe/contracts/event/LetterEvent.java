package org.lethe.contracts.event;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;

/** The life of a letter; it has exactly one of the four outcomes. */
public sealed interface LetterEvent extends Event {

    LetterId letter();

    AccountId account();

    @Override
    default String subject() {
        return letter().value();
    }

    record LetterPosted(LetterId letter, AccountId account, LetterKind kind)
            implements LetterEvent {}

    /** The mail server accepted it. */
    record LetterDispatched(LetterId letter, AccountId account) implements LetterEvent {}

    /** Its deadline passed before a mail server had it, or it was refused for good. */
    record LetterLost(LetterId letter, AccountId account) implements LetterEvent {}

    /**
     * A mail server had the whole of it, as often as it was tried, and never said whether it took
     * it: it may have arrived, once, several times or not at all.
     */
    record LetterPerhapsDelivered(LetterId letter, AccountId account) implements LetterEvent {}

    record LetterErased(LetterId letter, AccountId account) implements LetterEvent {}
}
