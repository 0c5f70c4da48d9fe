package org.lethe.privacy.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * The suite's key-encryption key: wraps the data keys.
 *
 * <p>Each wrap begins with the id of its key, so that keys can be rotated: the keyset's primary
 * wraps, each of its keys unwraps.
 *
 * <p>Tink has a source of random bytes for each thread that it wraps on. It does so on threads of
 * its own here, or one would be made anew for each request, which costs ten times the wrap.
 */
public final class KeyEncryption {

    /** Tink's prefix 5, nonce 12, key 32, tag 16: every key record has this length. */
    public static final int WRAPPED_LENGTH = 65;

    private static final int THREADS = 2;
    private static final Executor WRAPPING =
            Executors.newFixedThreadPool(
                    THREADS, Thread.ofPlatform().daemon().name("key-wrapping-", 0).factory());

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Aead aead;

    private KeyEncryption(Aead aead) {
        this.aead = aead;
    }

    /** Reads a Tink keyset of AES256_GCM keys in JSON. */
    public static KeyEncryption load(Path file) {
        return of(SecretFiles.keyset(file));
    }

    static KeyEncryption of(KeysetHandle keyset) {
        try {
            return new KeyEncryption(keyset.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a keyset for wrapping keys", e);
        }
    }

    public byte[] wrap(byte[] key, byte[] associatedData) {
        byte[] wrapped =
                CompletableFuture.supplyAsync(() -> encrypted(key, associatedData), WRAPPING)
                        .join();
        // Records of one length tell nothing, and are long enough that Redis zeroes them in place.
        if (wrapped.length != WRAPPED_LENGTH) {
            throw new IllegalStateException("a wrapped key of unexpected length");
        }
        return wrapped;
    }

    /** Empty if it was wrapped by another key, for another place, or changed since. */
    public Optional<byte[]> unwrap(byte[] wrapped, byte[] associatedData) {
        if (wrapped.length != WRAPPED_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] key = aead.decrypt(wrapped, associatedData);
            return key.length == DataKey.LENGTH ? Optional.of(key) : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private byte[] encrypted(byte[] key, byte[] associatedData) {
        try {
            return aead.encrypt(key, associatedData);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be wrapped", e);
        }
    }
}
