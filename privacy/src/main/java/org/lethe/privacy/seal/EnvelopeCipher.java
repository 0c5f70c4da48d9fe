package org.lethe.privacy.seal;

import java.util.Arrays;

/**
 * Seals records that carry their own key, wrapped, for stores that erase by tombstone: an account's
 * settings on the event bus.
 */
public final class EnvelopeCipher {

    private final KeyEncryption kek;

    public EnvelopeCipher(KeyEncryption kek) {
        this.kek = kek;
    }

    /**
     * Seals under a fresh key.
     *
     * @param place where the record belongs, such as an account's id and version; opens only there
     */
    public SealedRecord seal(byte[] clear, String place) {
        byte[] raw = DataKey.random();
        byte[] wrapped = kek.wrap(raw, AssociatedData.ofRecordKey(place));
        var key = new DataKey(raw);
        try {
            byte[] sealed =
                    key.seal(clear, AssociatedData.ofRecord(place))
                            .orElseThrow(ScopeGoneException::new);
            return new SealedRecord(sealed, wrapped);
        } finally {
            key.forget();
        }
    }

    /** Damaged also if the key was wrapped by a key-encryption key that is not ours. */
    public Unsealed open(SealedRecord sealed, String place) {
        return kek.unwrap(sealed.wrappedKey(), AssociatedData.ofRecordKey(place))
                .map(raw -> open(raw, sealed.sealed(), place))
                .orElseGet(Unsealed.Damaged::new);
    }

    private static Unsealed open(byte[] raw, byte[] sealed, String place) {
        try {
            return new DataKey(raw).unseal(sealed, AssociatedData.ofRecord(place));
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }
}
