package org.lethe.acceptance.forensics;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens what the file relay stores, as anyone could who knows the vault's published form and has
 * the data key.
 */
final class SealedFiles {
    private static final Pattern FILE = Pattern.compile("f-[0-9a-z]{26}");
    private static final int KEY_LENGTH = 32;
    private static final int SEGMENT = 256 * 1024;

    private SealedFiles() {}

    /** The content of a sealed file; the empty array when the key is not the file's. */
    static byte[] open(byte[] dataKey, Recording.Sealed file) {
        Matcher id = FILE.matcher(file.part());
        if (!id.find()) {
            return new byte[0];
        }
        String bound = "stream|" + file.scope() + "|CONTENT|file:" + id.group();
        try {
            AesGcmHkdfStreaming cipher =
                    new AesGcmHkdfStreaming(dataKey, "HmacSha256", KEY_LENGTH, SEGMENT, 0);
            try (InputStream clear =
                    cipher.newDecryptingStream(
                            new ByteArrayInputStream(file.bytes()),
                            bound.getBytes(StandardCharsets.UTF_8))) {
                return clear.readAllBytes();
            }
        } catch (GeneralSecurityException | IOException e) {
            return new byte[0];
        }
    }
}
