package org.lethe.privacy.seal;

import java.security.GeneralSecurityException;
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

    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int TAG_BITS = 8 * TAG;
    private static final KeylessCiphers CIPHERS = new KeylessCiphers();

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
        return CIPHERS.use(cipher -> {
            cipher.init(
                    Cipher.ENCRYPT_MODE, new RawKey(key), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(associatedData);
            cipher.doFinal(clear, 0, clear.length, sealed, 1 + NONCE);
            return sealed;
        });
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
        return CIPHERS.use(cipher -> {
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new RawKey(key),
                    new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE));
            cipher.updateAAD(associatedData);
            return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        });
    }
}
