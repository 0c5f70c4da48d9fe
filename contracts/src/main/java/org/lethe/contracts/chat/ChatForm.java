package org.lethe.contracts.chat;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.personal.QuestionText;
import org.lethe.contracts.visit.Consent;
import org.lethe.contracts.visit.DataUse;

/**
 * What the visitor filled in before the chat, and the consent that they gave to exactly what text.
 *
 * @param use what the account then did with data, and what its visitor was told: more is not done
 *     with the chat, whatever is set later
 */
public record ChatForm(
        PersonName name,
        @Nullable EmailAddress email,
        @Nullable QuestionText question,
        Consent consent,
        @Nullable DataUse use) {

    /** What a visitor is called who gave no name, or whose name can't be read. */
    public static final PersonName GUEST = PersonName.of("Guest");

    public ChatForm(
            PersonName name,
            @Nullable EmailAddress email,
            @Nullable QuestionText question,
            Consent consent) {
        this(name, email, question, consent, null);
    }

    /**
     * How many messages it brings: a question is the first of its chat, and is no entry of its log.
     */
    public int messages() {
        return question == null ? 0 : 1;
    }

    /** The same form, sent while the account did this with data. */
    public ChatForm under(DataUse told) {
        return new ChatForm(name, email, question, consent, told);
    }
}
