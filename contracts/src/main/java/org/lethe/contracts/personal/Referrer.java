package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The address of the page that the visitor came from, without user info. */
public record Referrer(@JsonValue String value) implements PersonalData {

    public static final int MAX_LENGTH = 2_048;

    public Referrer {
        value = WebAddress.normal(value, MAX_LENGTH, "referrer");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Referrer of(String value) {
        return new Referrer(value);
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
