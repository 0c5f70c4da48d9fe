package org.lethe.chat.visitor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.PersonalText;

/** The body of a request for a chat: the form before the chat, and the consent to it. */
public record ChatRequest(
        PersonalText name,
        @Nullable PersonalText email,
        @Nullable PersonalText question,
        @Nullable ConsentGiven consent) {

    /** The text that the visitor agreed to, and when. */
    public record ConsentGiven(PersonalText text, Instant at) {}
}
