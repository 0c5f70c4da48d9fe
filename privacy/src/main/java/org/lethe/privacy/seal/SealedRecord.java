package org.lethe.privacy.seal;

import java.util.Arrays;

/** Sealed bytes together with their own wrapped key. */
@SuppressWarnings("ArrayRecordComponent") // Compared by content, below.
public record SealedRecord(byte[] sealed, byte[] wrappedKey) {

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedRecord that
                && Arrays.equals(sealed, that.sealed)
                && Arrays.equals(wrappedKey, that.wrappedKey);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sealed);
    }

    @Override
    public String toString() {
        return "SealedRecord[" + sealed.length + " bytes]";
    }
}
