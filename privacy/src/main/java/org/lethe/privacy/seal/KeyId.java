package org.lethe.privacy.seal;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The number that a keyset has for one of its keys. It is chosen at random, stands in clear before
 * what the key wraps and in what it signs, and is no secret.
 *
 * @param number 32 bits without a sign
 */
public record KeyId(long number) {

    /** Tink's first byte before what a key of a keyset has made. */
    private static final byte TINK = 1;

    /** How many bytes of a wrap say by which key it is. */
    public static final int PREFIX = 1 + Integer.BYTES;

    public KeyId {
        if (number < 0 || number > 0xffffffffL) {
            throw new IllegalArgumentException("not the id of a key");
        }
    }

    static KeyId of(int tinks) {
        return new KeyId(Integer.toUnsignedLong(tinks));
    }

    /**
     * By which key it was wrapped; empty if it does not begin as a wrap does.
     *
     * @param beginning its first {@link #PREFIX} bytes, or more
     */
    public static Optional<KeyId> ofWrap(byte[] beginning) {
        return beginning.length >= PREFIX && beginning[0] == TINK
                ? Optional.of(of(ByteBuffer.wrap(beginning, 1, Integer.BYTES).getInt()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
