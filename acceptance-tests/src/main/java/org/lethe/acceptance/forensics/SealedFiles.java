package org.lethe.acceptance.forensics;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/**
 * Reads what the file relay stores, as anyone could who knows the vault's published form and has
 * the data key; the attacker does not care for authentication here either.
 */
final class SealedFiles {
    private static final Pattern FILE = Pattern.compile("f-[0-9a-z]{26}");

    /** The random name of the stream, before its segments. */
    private static final int NAME = 16;

    private static final int SEGMENT = 256 * 1024;
    private static final int VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private SealedFiles() {}

    /** The content of a sealed file, or noise if the key is not the file's. */
    static byte[] open(byte[] dataKey, Recording.Sealed file) {
        var clear = new ByteArrayOutputStream();
        if (FILE.matcher(file.part()).find()) {
            byte[] sealed = file.bytes();
            for (int from = NAME; from < sealed.length; from += SEGMENT) {
                int end = Math.min(from + SEGMENT, sealed.length);
                if (end - from >= VERSION + NONCE + TAG) {
                    clear.writeBytes(
                            KeyEncryptionKey.decrypt(dataKey, sealed, from + VERSION, end - TAG));
                }
            }
        }
        return clear.toByteArray();
    }
}
