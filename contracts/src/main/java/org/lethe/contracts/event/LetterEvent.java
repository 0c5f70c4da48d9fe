package org.lethe.contracts.event;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;

/** The life of a letter; it has exactly one of the three outcomes. */
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

    /** Its deadline passed before a mail server accepted it. */
    record LetterLost(LetterId letter, AccountId account) implements LetterEvent {}

    record LetterErased(LetterId letter, AccountId account) implements LetterEvent {}
}
