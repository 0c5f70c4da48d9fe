package org.lethe.contracts.visit;

import java.time.Instant;
import org.lethe.contracts.frame.PersonalText;

/** What the visitor agreed to, word for word, and when. */
public record Consent(PersonalText text, Instant at) {

    public static final int MAX_LENGTH = 4_000;

    public Consent {
        if (text.value().isBlank() || text.value().length() > MAX_LENGTH) {
            throw new IllegalArgumentException("consent must be recorded in its words");
        }
    }
}
