package org.lethe.contracts.frame;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A token in a frame or body; never printed. */
public record BearerToken(@JsonValue String value) {

    private static final int MAX_LENGTH = 8_192;

    public BearerToken {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("not a token");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BearerToken of(String value) {
        return new BearerToken(value);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
