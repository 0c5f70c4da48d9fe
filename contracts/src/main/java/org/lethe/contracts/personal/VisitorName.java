package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name that a visitor gave. */
public record VisitorName(@JsonValue String value) implements PersonalData {

    public static final int MAX_LENGTH = 100;

    public VisitorName {
        value = TextRules.line(value, MAX_LENGTH, "name");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static VisitorName of(String value) {
        return new VisitorName(value);
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
