package org.lethe.privacy.seal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM in Tink's form, nonce before and tag behind, that leaves nothing of its key in
 * memory.
 *
 * <p>Tink's own keeps a cipher per thread, with the last key in it, and copies of the key that
 * nobody overwrites. This one borrows a {@linkplain KeylessCiphers cipher without a key} for each
 * operation.
 */
final class AesGcm {

    static final String TRANSFORMATION = "AES/GCM/NoPadding";
    static final int NONCE = 12;

    /** By how many bytes what is sealed is longer: nonce and tag. */
    static final int OVERHEAD = NONCE + 16;

    private static final int TAG_BITS = 8 * (OVERHEAD - NONCE);
    private static final KeylessCiphers CIPHERS = new KeylessCiphers();

    private AesGcm() {}

    /** How a cipher is set to a nonce of 12 bytes that stands in an array. */
    static GCMParameterSpec parameters(byte[] array, int from) {
        return new GCMParameterSpec(TAG_BITS, array, from, NONCE);
    }

    /** Appends a random nonce, ciphertext and tag behind a prefix. */
    static byte[] encrypt(byte[] key, byte[] clear, byte[] associatedData, byte[] prefix)
            throws GeneralSecurityException {
        int begin = prefix.length + NONCE;
        byte[] sealed = Arrays.copyOf(prefix, prefix.length + OVERHEAD + clear.length);
        System.arraycopy(Randomness.bytes(NONCE), 0, sealed, prefix.length, NONCE);
        return CIPHERS.use(cipher -> {
            cipher.init(Cipher.ENCRYPT_MODE, new RawKey(key), parameters(sealed, prefix.length));
            cipher.updateAAD(associatedData);
            cipher.doFinal(clear, 0, clear.length, sealed, begin);
            return sealed;
        });
    }

    /**
     * Opens what {@link #encrypt} has made.
     *
     * @throws GeneralSecurityException if it was changed, or sealed by another key, for another
     *     place or behind another prefix
     */
    static byte[] decrypt(byte[] key, byte[] sealed, byte[] associatedData, byte[] prefix)
            throws GeneralSecurityException {
        int begin = prefix.length + NONCE;
        if (sealed.length < prefix.length + OVERHEAD
                || !Arrays.equals(sealed, 0, prefix.length, prefix, 0, prefix.length)) {
            throw new AEADBadTagException("of another form");
        }
        return CIPHERS.use(cipher -> {
            cipher.init(Cipher.DECRYPT_MODE, new RawKey(key), parameters(sealed, prefix.length));
            cipher.updateAAD(associatedData);
            return cipher.doFinal(sealed, begin, sealed.length - begin);
        });
    }
}
