package org.lethe.privacy.seal;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An unwrapped data key; forgotten when told.
 *
 * <p>Ciphers are made for one operation each: a JCE cipher keeps copies of its key for as long as
 * it lives.
 */
public final class DataKey {

    static final int LENGTH = 32;

    /** The first byte of what is sealed, so that the form can change. */
    private static final byte VERSION = 1;

    /** What seeking costs at most to read, and what a stream holds in memory twice. */
    private static final int SEGMENT = 256 * 1024;

    private byte @Nullable [] key;

    public DataKey(byte[] key) {
        this.key = key;
    }

    public static byte[] random() {
        return Random.randBytes(LENGTH);
    }

    /** Zeroes the key; what uses it now or later finds it gone. */
    synchronized void forget() {
        if (key != null) {
            Arrays.fill(key, (byte) 0);
            key = null;
        }
    }

    synchronized boolean isForgotten() {
        return key == null;
    }

    /** Empty if the key is forgotten. */
    Optional<byte[]> seal(byte[] clear, byte[] associatedData) {
        byte[] copy = copy();
        if (copy.length == 0) {
            return Optional.empty();
        }
        try {
            byte[] sealed = new AesGcmJce(copy).encrypt(clear, associatedData);
            byte[] versioned = new byte[sealed.length + 1];
            versioned[0] = VERSION;
            System.arraycopy(sealed, 0, versioned, 1, sealed.length);
            return Optional.of(versioned);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    Unsealed unseal(byte[] sealed, byte[] associatedData) {
        byte[] copy = copy();
        if (copy.length == 0) {
            return new Unsealed.CompartmentDestroyed();
        }
        try {
            if (sealed.length == 0 || sealed[0] != VERSION) {
                return new Unsealed.Damaged();
            }
            byte[] body = Arrays.copyOfRange(sealed, 1, sealed.length);
            return new Unsealed.Clear(new AesGcmJce(copy).decrypt(body, associatedData));
        } catch (GeneralSecurityException e) {
            return new Unsealed.Damaged();
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    /** A cipher for one stream. */
    AesGcmHkdfStreaming streaming() throws CompartmentDestroyedException {
        byte[] copy = copy();
        if (copy.length == 0) {
            throw new CompartmentDestroyedException();
        }
        try {
            return new AesGcmHkdfStreaming(copy, "HmacSha256", LENGTH, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stream could not be sealed", e);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    // Never the zeroed array: what is sealed under zeros is open to everybody.
    private synchronized byte[] copy() {
        return key == null ? new byte[0] : key.clone();
    }
}
