package org.lethe.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;

/** A file that was handed over in a chat. */
public record FileId(@JsonValue String value) {

    private static final String PREFIX = "f-";

    public FileId {
        if (value.length() != PREFIX.length() + Base32.LENGTH
                || !value.startsWith(PREFIX)
                || !Base32.isLowerAlphanumeric(value, PREFIX.length(), value.length())) {
            throw new InvalidIdException("file id");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FileId of(String value) {
        return new FileId(value);
    }

    public static FileId mint(SecureRandom random) {
        return new FileId(PREFIX + Base32.random(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
