package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The browser's own description of itself. */
public record UserAgentText(@JsonValue String value) implements PersonalData {

    public static final int MAX_LENGTH = 512;

    public UserAgentText {
        value = TextRules.line(value, MAX_LENGTH, "user agent");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UserAgentText of(String value) {
        return new UserAgentText(value);
    }

    /** Takes what fits of text that nobody typed, or nothing if nothing readable is left. */
    public static Optional<UserAgentText> clipped(String value) {
        String clean = TextRules.clip(value, MAX_LENGTH);
        return clean.isEmpty() ? Optional.empty() : Optional.of(new UserAgentText(clean));
    }

    @Override
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
