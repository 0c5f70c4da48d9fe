package org.lethe.chat.visitor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.ConsentText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.personal.QuestionText;

/** The body of a request for a chat: the form before the chat, and the consent to it. */
public record ChatRequest(
        PersonName name,
        @Nullable EmailAddress email,
        @Nullable QuestionText question,
        @Nullable ConsentGiven consent) {

    /** The text that the visitor agreed to, and when. */
    public record ConsentGiven(@Nullable ConsentText text, Instant at) {}
}
