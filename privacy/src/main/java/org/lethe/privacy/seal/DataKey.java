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

    /** What is sealed begins with it, so that the form can change. */
    private static final byte[] VERSION = {1};

    /** By how many bytes what is sealed is longer: version, nonce and tag. */
    static final int OVERHEAD = 1 + AesGcm.OVERHEAD;

    private final byte[] prefix;

    private @Nullable MemorySegment key;

    /**
     * Takes over a key.
     *
     * @param key 32 bytes, zeroed here
     */
    public DataKey(byte[] key) {
        this(key, VERSION);
    }

    /**
     * Takes over a key.
     *
     * @param key 32 bytes, zeroed here
     * @param prefix what is sealed begins with it, and nothing else opens
     */
    DataKey(byte[] key, byte[] prefix) {
        this.prefix = prefix;
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
            return Optional.of(AesGcm.encrypt(copy, clear, associatedData, prefix));
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
            return new Unsealed.Clear(AesGcm.decrypt(copy, sealed, associatedData, prefix));
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
