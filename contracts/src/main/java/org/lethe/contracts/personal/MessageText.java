package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a visitor or operator wrote. */
public record MessageText(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 4_000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MessageText of(String value) {
        return new MessageText(TextRules.text(value, MAX_LENGTH, "message"));
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
