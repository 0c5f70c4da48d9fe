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

    /** The beginning of a long question, of at most so many characters. */
    public QuestionText beginning(int most) {
        if (reveal.length() <= most) {
            return this;
        }
        int end = Character.isHighSurrogate(reveal.charAt(most - 2)) ? most - 2 : most - 1;
        return new QuestionText(reveal.substring(0, end) + "\u2026");
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
