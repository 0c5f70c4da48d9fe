package org.lethe.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;

/** The signed receipt of an erasure. */
public record ReceiptId(@JsonValue String value) {

    private static final String PREFIX = "r-";

    public ReceiptId {
        if (value.length() != PREFIX.length() + Base32.LENGTH
                || !value.startsWith(PREFIX)
                || !Base32.isLowerAlphanumeric(value, PREFIX.length(), value.length())) {
            throw new InvalidIdException("receipt id");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ReceiptId of(String value) {
        return new ReceiptId(value);
    }

    public static ReceiptId mint(SecureRandom random) {
        return new ReceiptId(PREFIX + Base32.random(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
