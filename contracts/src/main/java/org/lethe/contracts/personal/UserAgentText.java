package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The browser's own description of itself. */
public record UserAgentText(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 512;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UserAgentText of(String value) {
        return new UserAgentText(TextRules.line(value, MAX_LENGTH, "user agent"));
    }

    /** Takes what fits of text that nobody typed, or nothing if nothing readable is left. */
    public static Optional<UserAgentText> clipped(String value) {
        return TextRules.clipped(value, MAX_LENGTH, UserAgentText::new);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
