package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** What a visitor asked before the chat. */
public record QuestionText(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 4_000;

    public static QuestionText of(String value) {
        return new QuestionText(TextRules.text(value, MAX_LENGTH, "question"));
    }

    /** A field of the form that was left blank is no question. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static @Nullable QuestionText given(String value) {
        return TextRules.isBlank(value) ? null : of(value);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
