package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Base64;

/** Bytes that a cipher made, as base64; the only content that an event may carry. */
public record SealedBytes(@JsonValue String base64) {

    public SealedBytes {
        decode(base64);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SealedBytes parse(String base64) {
        return new SealedBytes(base64);
    }

    public static SealedBytes of(byte[] bytes) {
        return new SealedBytes(Base64.getEncoder().encodeToString(bytes));
    }

    public byte[] bytes() {
        return decode(base64);
    }

    @Override
    public String toString() {
        return "[sealed]";
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // The decoder's own message quotes what it could not read.
            throw new IllegalArgumentException("not base64");
        }
    }
}
