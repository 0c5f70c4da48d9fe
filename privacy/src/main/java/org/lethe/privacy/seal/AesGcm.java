package org.lethe.privacy.seal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM in Tink's form, nonce before and tag behind, that leaves nothing of its key in
 * memory.
 *
 * <p>Tink's own keeps a cipher per thread, with the last key in it, and copies of the key that
 * nobody overwrites. This one makes a cipher for each operation and sets it to a worthless key
 * afterwards, which has the JDK zero what it held: key and key schedule.
 */
final class AesGcm {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int TAG_BITS = 8 * TAG;
    private static final byte[] WORTHLESS = new byte[DataKey.LENGTH];

    private AesGcm() {}

    /**
     * Appends nonce, ciphertext and tag behind a prefix.
     *
     * @param nonce of 12 random bytes, never used with this key before
     */
    static byte[] encrypt(byte[] key, byte[] nonce, byte[] clear, byte[] associatedData, byte first)
            throws GeneralSecurityException {
        byte[] sealed = new byte[1 + NONCE + clear.length + TAG];
        sealed[0] = first;
        System.arraycopy(nonce, 0, sealed, 1, NONCE);
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, new Key(key), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(associatedData);
            cipher.doFinal(clear, 0, clear.length, sealed, 1 + NONCE);
            return sealed;
        } finally {
            forget(cipher);
        }
    }

    /**
     * Opens what {@link #encrypt} has made, from its nonce on.
     *
     * @throws GeneralSecurityException if it was changed, or sealed by another key or for another
     *     place
     */
    static byte[] decrypt(byte[] key, byte[] sealed, byte[] associatedData)
            throws GeneralSecurityException {
        if (sealed.length < 1 + NONCE + TAG) {
            throw new GeneralSecurityException("shorter than nothing");
        }
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        try {
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new Key(key),
                    new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE));
            cipher.updateAAD(associatedData);
            return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } finally {
            forget(cipher);
        }
    }

    // Only a cipher that encrypts overwrites the key it had.
    private static void forget(Cipher cipher) {
        try {
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new Key(WORTHLESS),
                    new GCMParameterSpec(TAG_BITS, WORTHLESS, 0, NONCE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a cipher keeps its key", e);
        }
    }

    /** A key whose every copy is its asker's to overwrite, and the JDK's ciphers do. */
    private record Key(byte[] bytes) implements SecretKey {

        @Override
        public String getAlgorithm() {
            return "AES";
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            return bytes.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key(byte[] others) && Arrays.equals(bytes, others);
        }

        @Override
        public int hashCode() {
            return 0;
        }

        @Override
        public String toString() {
            return "Key";
        }
    }
}
