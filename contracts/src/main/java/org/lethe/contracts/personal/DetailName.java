package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a site calls a piece of the custom data that it passes about its visitor. */
public record DetailName(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 256;

    /** Takes what fits; a name of which nothing readable is left is empty. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DetailName of(String value) {
        return new DetailName(TextRules.clip(value, MAX_LENGTH));
    }

    public boolean isEmpty() {
        return TextRules.isBlank(reveal);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
