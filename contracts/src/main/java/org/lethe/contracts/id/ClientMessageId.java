package org.lethe.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id that a client gives to a message, so that sending it again adds nothing. */
public record ClientMessageId(@JsonValue String value) {

    private static final int MIN = 8;
    private static final int MAX = 64;

    public ClientMessageId {
        if (value.length() < MIN
                || value.length() > MAX
                || !value.chars().allMatch(ClientMessageId::isAllowed)) {
            throw new InvalidIdException("message id");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ClientMessageId of(String value) {
        return new ClientMessageId(value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isAllowed(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '-';
    }
}
