package org.lethe.privacy.seal;

import java.security.SecureRandom;

/**
 * The process' one source of random bytes, for keys, nonces and names.
 *
 * <p>Tink's own has a source for each thread. Where each frame has a thread, that is a new source
 * for each frame, and with it a search of the whole class path for a faster one: a quarter of what
 * chat-service did for a message.
 */
public final class Randomness {

    private static final SecureRandom SOURCE = new SecureRandom();

    private Randomness() {}

    /** The source itself, for who makes something else of it than bytes. */
    public static SecureRandom source() {
        return SOURCE;
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        SOURCE.nextBytes(bytes);
        return bytes;
    }
}
