package org.lethe.contracts.id;

import java.security.SecureRandom;
import org.lethe.contracts.Sha256;

/** 26 characters of 5 bits: 130 bits, without the letters that are taken for digits. */
final class Base32 {

    static final int LENGTH = 26;

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private Base32() {}

    static String random(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        var text = new StringBuilder(LENGTH);
        for (byte b : bytes) {
            text.append(ALPHABET.charAt(b & 31));
        }
        return text.toString();
    }

    /** The same for the same seed: 130 bits of its SHA-256. */
    static String derived(String seed) {
        return of(Sha256.of(seed));
    }

    /** Encodes the first 130 bits. */
    private static String of(byte[] digest) {
        var text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int value = 0;
            for (int bit = i * 5; bit < i * 5 + 5; bit++) {
                value = value << 1 | (digest[bit >> 3] >> (7 - (bit & 7)) & 1);
            }
            text.append(ALPHABET.charAt(value));
        }
        return text.toString();
    }

    static boolean isLowerAlphanumeric(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return true;
    }
}
