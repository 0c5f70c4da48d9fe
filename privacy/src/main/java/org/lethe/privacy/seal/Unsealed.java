package org.lethe.privacy.seal;

import java.util.Arrays;

/** What was in a ciphertext. */
public sealed interface Unsealed {

    /** The clear bytes, owned by the caller, who should zero them. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by content, below.
    record Clear(byte[] bytes) implements Unsealed {

        @Override
        public boolean equals(Object other) {
            return other instanceof Clear that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return bytes.length;
        }

        @Override
        public String toString() {
            return "Clear[redacted]";
        }
    }

    /** Tampered with, truncated, or sealed for another scope, compartment or kind. */
    record Damaged() implements Unsealed {}

    /** The key of the compartment is gone. */
    record CompartmentDestroyed() implements Unsealed {}
}
