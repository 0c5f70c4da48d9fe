package org.lethe.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An operator, administrator or privacy officer: the subject of their token, a UUID. */
public record OperatorId(@JsonValue String value) {

    private static final int LENGTH = 36;

    public OperatorId {
        if (!isUuid(value)) {
            throw new InvalidIdException("operator id");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OperatorId of(String value) {
        return new OperatorId(value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isUuid(String value) {
        if (value.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = value.charAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            boolean hex = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
            if (hyphen ? c != '-' : !hex) {
                return false;
            }
        }
        return true;
    }
}
