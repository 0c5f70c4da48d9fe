package org.lethe.privacy.seal;

import java.lang.foreign.MemorySegment;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An unwrapped data key, in {@link KeyMemory}; forgotten when told.
 *
 * <p>Who drops one without telling leaves it there: ciphers that nobody holds any more are found by
 * {@code LiveCiphers}.
 */
public final class DataKey {

    static final int LENGTH = 32;

    /** The first byte of what is sealed, so that the form can change. */
    private static final byte VERSION = 1;

    private static final int NONCE = 12;

    /** By how many bytes what is sealed is longer: version, nonce and tag. */
    static final int OVERHEAD = 1 + NONCE + 16;

    private @Nullable MemorySegment key;

    /**
     * Takes over a key.
     *
     * @param key 32 bytes, zeroed here
     */
    public DataKey(byte[] key) {
        this.key = KeyMemory.SHARED.take(key);
    }

    public static byte[] random() {
        return Randomness.bytes(LENGTH);
    }

    /** Zeroes the key; what uses it now or later finds it gone. */
    public synchronized void forget() {
        if (key != null) {
            KeyMemory.SHARED.giveBack(key);
            key = null;
        }
    }

    public synchronized boolean isForgotten() {
        return key == null;
    }

    /** Empty if the key is forgotten. */
    Optional<byte[]> seal(byte[] clear, byte[] associatedData) {
        byte[] copy = copy();
        if (copy.length == 0) {
            return Optional.empty();
        }
        try {
            byte[] nonce = Randomness.bytes(NONCE);
            return Optional.of(AesGcm.encrypt(copy, nonce, clear, associatedData, VERSION));
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
            return new Unsealed.Clear(AesGcm.decrypt(copy, sealed, associatedData));
        } catch (GeneralSecurityException e) {
            return new Unsealed.Damaged();
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    // Never the zeroed array: what is sealed under zeros is open to everybody.
    private synchronized byte[] copy() {
        return key == null ? new byte[0] : KeyMemory.copy(key);
    }
}
