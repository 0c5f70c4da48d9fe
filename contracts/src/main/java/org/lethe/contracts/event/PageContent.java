package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Base64;

/**
 * Bytes of a page of the ledger's checkpoints, as base64: numbers, digests and ids of accounts, as
 * gdpr-service alone writes and reads them.
 */
public record PageContent(@JsonValue String base64) {

    /** Bytes of the longest: with its envelope it fits into a record of a megabyte. */
    public static final int MAX_LENGTH = 256 * 1024;

    public PageContent {
        if (decode(base64).length > MAX_LENGTH) {
            throw new IllegalArgumentException("a page that is too long");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PageContent parse(String base64) {
        return new PageContent(base64);
    }

    public static PageContent of(byte[] bytes) {
        return new PageContent(Base64.getEncoder().encodeToString(bytes));
    }

    public byte[] bytes() {
        return decode(base64);
    }

    @Override
    public String toString() {
        return "[page]";
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
