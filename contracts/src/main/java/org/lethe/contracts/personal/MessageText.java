package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a visitor or operator wrote: a message, a question, a note. */
public record MessageText(@JsonValue String value) implements PersonalData {

    public static final int MAX_LENGTH = 4_000;

    public MessageText {
        value = TextRules.text(value, MAX_LENGTH, "message");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MessageText of(String value) {
        return new MessageText(value);
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
