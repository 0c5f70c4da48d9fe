package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** A name or value of the custom data that a site passes about its visitor. */
public record DetailText(@JsonValue String value) implements PersonalData {

    public static final int MAX_LENGTH = 500;

    public DetailText {
        value = TextRules.line(value, MAX_LENGTH, "detail");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DetailText of(String value) {
        return new DetailText(value);
    }

    /** Takes what fits of text that nobody typed, or nothing if nothing readable is left. */
    public static Optional<DetailText> clipped(String value) {
        String clean = TextRules.clip(value, MAX_LENGTH);
        return clean.isEmpty() ? Optional.empty() : Optional.of(new DetailText(clean));
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
