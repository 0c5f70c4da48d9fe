package org.lethe.chat.visitor;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.personal.QuestionText;
import org.lethe.contracts.visit.ConsentGiven;

/** The body of a request for a chat: the form before the chat, and the consent to it. */
public record ChatRequest(
        PersonName name,
        @Nullable EmailAddress email,
        @Nullable QuestionText question,
        @Nullable ConsentGiven consent) {}
