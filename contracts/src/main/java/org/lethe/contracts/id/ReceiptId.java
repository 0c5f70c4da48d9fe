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

    /** The receipt that is the same for the same seed. */
    public static ReceiptId derive(String seed) {
        return new ReceiptId(PREFIX + Base32.derived(seed));
    }

    @Override
    public String toString() {
        return value;
    }
}
