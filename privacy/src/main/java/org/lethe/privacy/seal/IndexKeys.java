package org.lethe.privacy.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The keys of the blind index: without one, nobody tells from a hash what was hashed, not even by
 * trying all addresses there are.
 *
 * <p>Of a keyset with several, the primary hashes what is written, and each what is looked for: a
 * rotated keyset finds what was written under the older key.
 */
public final class IndexKeys {

    private static final int LENGTH = 16;

    /** The primary first. */
    private final List<MemorySegment> keys;

    private IndexKeys(List<MemorySegment> keys) {
        this.keys = keys;
    }

    /** Reads a Tink keyset of HMAC_SHA256_PRF keys in JSON. */
    public static IndexKeys load(Path file) {
        return of(SecretFiles.keyset(file));
    }

    /** Those of a service that notes nobody and finds nobody: it fails if it does. */
    public static IndexKeys none() {
        return new IndexKeys(List.of());
    }

    /** Of a keyset that was read. */
    public static IndexKeys of(KeysetHandle keyset) {
        Stream<KeysetHandle.Entry> others =
                IntStream.range(0, keyset.size())
                        .mapToObj(keyset::getAt)
                        .filter(entry -> entry.getStatus() == KeyStatus.ENABLED)
                        .filter(entry -> !entry.isPrimary());
        return new IndexKeys(
                Stream.concat(Stream.of(keyset.getPrimary()), others).map(IndexKeys::key).toList());
    }

    /** What is written: 16 bytes. */
    public byte[] primaryHash(byte[] text) {
        return hash(required().getFirst(), text);
    }

    /** What is looked for: one for each key. */
    public List<byte[]> hashes(byte[] text) {
        return required().stream().map(key -> hash(key, text)).toList();
    }

    private List<MemorySegment> required() {
        if (keys.isEmpty()) {
            throw new IllegalStateException("a service without keys of the index");
        }
        return keys;
    }

    private static byte[] hash(MemorySegment key, byte[] text) {
        byte[] copy = KeyMemory.copy(key);
        try {
            return Hmac.of(copy, text, LENGTH);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    @AccessesPartialKey
    private static MemorySegment key(KeysetHandle.Entry entry) {
        if (!(entry.getKey() instanceof HmacPrfKey key)
                || !key.getParameters().equals(PredefinedPrfParameters.HMAC_SHA256_PRF)) {
            throw new IllegalArgumentException("not a keyset for the index");
        }
        return KeyMemory.SHARED.take(key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()));
    }
}
