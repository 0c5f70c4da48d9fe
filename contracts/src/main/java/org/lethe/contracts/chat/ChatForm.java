package org.lethe.contracts.chat;

import org.lethe.contracts.visit.Consent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.PersonalText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.VisitorName;

/**
 * What the visitor filled in before the chat, and the consent that they gave to exactly what text.
 */
public record ChatForm(
        VisitorName name,
        @Nullable EmailAddress email,
        @Nullable MessageText question,
        Consent consent) {

    /** What a visitor is called whose name can't be read. */
    public static final PersonalText GUEST = PersonalText.of("Guest");

    /** The text that the visitor agreed to, and when. */
    public record Consent(MessageText text, Instant at) {}
}
