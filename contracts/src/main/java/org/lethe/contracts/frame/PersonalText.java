package org.lethe.contracts.frame;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Free text of a person on its way through a frame or a letter; never printed. */
public record PersonalText(@JsonValue String value) {

    /** Far above what any field accepts; the field's own type is stricter. */
    public static final int MAX_LENGTH = 16_384;

    public PersonalText {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("text too long");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PersonalText of(String value) {
        return new PersonalText(value);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
