package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The address of a page that the visitor has open, without user info. */
public record PageUrl(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 2_048;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PageUrl of(String value) {
        return new PageUrl(WebAddress.normal(value, MAX_LENGTH, "page URL"));
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
