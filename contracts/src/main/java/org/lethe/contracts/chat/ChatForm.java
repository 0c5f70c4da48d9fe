package org.lethe.contracts.chat;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.personal.QuestionText;
import org.lethe.contracts.visit.Consent;

/**
 * What the visitor filled in before the chat, and the consent that they gave to exactly what text.
 */
public record ChatForm(
        PersonName name,
        @Nullable EmailAddress email,
        @Nullable QuestionText question,
        Consent consent) {

    /** What a visitor is called who gave no name, or whose name can't be read. */
    public static final PersonName GUEST = PersonName.of("Guest");
}
