package org.lethe.privacy.seal;

import java.util.HexFormat;
import java.util.Optional;

/**
 * Stands in for what is only to be counted: without its key, nobody can tell of whom a hash is, not
 * even by trying all addresses there are.
 *
 * <p>Its key can be kept wrapped. Once that and this are gone, its hashes mean nothing.
 */
public final class KeyedHash {

    private static final int LENGTH = 16;

    private final byte[] key;

    private KeyedHash(byte[] key) {
        this.key = key;
    }

    public static KeyedHash random() {
        return new KeyedHash(DataKey.random());
    }

    /**
     * Opens one that was wrapped for the same place; empty if it was for another, or by a
     * key-encryption key that is not ours.
     */
    public static Optional<KeyedHash> open(KeyEncryption kek, byte[] wrapped, String place) {
        return kek.unwrap(wrapped, AssociatedData.ofRecordKey(place)).map(KeyedHash::new);
    }

    public byte[] wrapped(KeyEncryption kek, String place) {
        return kek.wrap(key, AssociatedData.ofRecordKey(place));
    }

    /** The same for the same text, in hexadecimal. */
    public String of(byte[] text) {
        return HexFormat.of().formatHex(Hmac.of(key, text, LENGTH));
    }
}
