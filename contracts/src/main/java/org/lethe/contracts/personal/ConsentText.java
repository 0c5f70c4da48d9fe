package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** The text that a visitor agreed to, word for word. */
public record ConsentText(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 4_000;

    public static ConsentText of(String value) {
        return new ConsentText(TextRules.words(value, MAX_LENGTH, "consent"));
    }

    /** Who agreed to nothing did not agree. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static @Nullable ConsentText given(String value) {
        return TextRules.isBlank(value) ? null : of(value);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
