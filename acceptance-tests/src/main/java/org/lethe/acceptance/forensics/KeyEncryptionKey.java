package org.lethe.acceptance.forensics;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.lethe.acceptance.client.Json;

/**
 * The suite's key-encryption key in the attacker's hands. The attacker does not care for
 * authentication: AES-GCM is AES in counter mode with a tag behind it, so whoever has the key reads
 * without the associated data.
 */
final class KeyEncryptionKey {
    private static final int IV = 12;
    private static final int TAG = 16;
    private static final int DATA_KEY = 32;

    private final byte[] key;
    private final byte[] prefix;

    private KeyEncryptionKey(byte[] key, byte[] prefix) {
        this.key = key;
        this.prefix = prefix;
    }

    /**
     * Reads a Tink keyset in JSON: the value of an AES-GCM key is a protocol buffer whose field 3
     * is the key.
     */
    static KeyEncryptionKey read(Path keyset) throws IOException {
        JsonNode json = Json.parse(Files.readString(keyset));
        JsonNode primary = json.path("key").get(0);
        byte[] value = Base64.getDecoder().decode(primary.path("keyData").path("value").asText());
        byte[] key = Arrays.copyOfRange(value, value.length - DATA_KEY, value.length);
        byte[] prefix =
                ByteBuffer.allocate(5)
                        .put((byte) 1)
                        .putInt((int) primary.path("keyId").asLong())
                        .array();
        return new KeyEncryptionKey(key, prefix);
    }

    /** What a wrapped key starts with, wherever it lies. */
    byte[] prefix() {
        return prefix.clone();
    }

    int wrappedLength() {
        return prefix.length + IV + DATA_KEY + TAG;
    }

    byte[] unwrap(byte[] wrapped) {
        return decrypt(key, wrapped, prefix.length, wrapped.length - TAG);
    }

    /** Reads a sealed text whose nonce starts at an offset, as far as the end without a tag. */
    static byte[] decrypt(byte[] key, byte[] sealed, int from, int to) {
        try {
            byte[] counter = Arrays.copyOf(Arrays.copyOfRange(sealed, from, from + IV), 16);
            counter[15] = 2;
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(counter));
            return cipher.doFinal(sealed, from + IV, to - from - IV);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
