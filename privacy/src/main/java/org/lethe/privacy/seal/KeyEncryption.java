package org.lethe.privacy.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The suite's key-encryption key: wraps the data keys, in Tink's form.
 *
 * <p>Each wrap begins with the id of its key, so that keys can be rotated: the keyset's primary
 * wraps, each of its keys unwraps.
 */
public final class KeyEncryption {

    /** Tink's prefix 5, nonce 12, key 32, tag 16: every key record has this length. */
    public static final int WRAPPED_LENGTH = 65;

    private final DataKey primary;
    private final List<DataKey> all;
    private final KeyIds ids;

    private KeyEncryption(DataKey primary, List<DataKey> all, KeyIds ids) {
        this.primary = primary;
        this.all = all;
        this.ids = ids;
    }

    /** Reads a Tink keyset of AES256_GCM keys in JSON. */
    public static KeyEncryption load(Path file) {
        return of(SecretFiles.keyset(file));
    }

    /** Of a keyset that was read. */
    public static KeyEncryption of(KeysetHandle keyset) {
        DataKey primary = key(keyset.getPrimary());
        Stream<DataKey> others =
                IntStream.range(0, keyset.size())
                        .mapToObj(keyset::getAt)
                        .filter(entry -> entry.getStatus() == KeyStatus.ENABLED)
                        .filter(entry -> !entry.isPrimary())
                        .map(KeyEncryption::key);
        return new KeyEncryption(
                primary, Stream.concat(Stream.of(primary), others).toList(), KeyIds.of(keyset));
    }

    /** Which keys there are. */
    public KeyIds ids() {
        return ids;
    }

    public byte[] wrap(byte[] key, byte[] associatedData) {
        byte[] wrapped =
                primary.seal(key, associatedData)
                        .orElseThrow(() -> new IllegalStateException("a key that is kept is gone"));
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
        return all.stream()
                .map(key -> clear(key.unseal(wrapped, associatedData)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<byte[]> clear(Unsealed unsealed) {
        return unsealed instanceof Unsealed.Clear(byte[] key) ? Optional.of(key) : Optional.empty();
    }

    @AccessesPartialKey
    private static DataKey key(KeysetHandle.Entry entry) {
        if (!(entry.getKey() instanceof AesGcmKey key)
                || !key.getParameters().equals(PredefinedAeadParameters.AES256_GCM)) {
            throw new IllegalArgumentException("not a keyset for wrapping keys");
        }
        return new DataKey(
                key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()),
                key.getOutputPrefix().toByteArray());
    }
}
