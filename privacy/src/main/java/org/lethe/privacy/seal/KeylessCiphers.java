package org.lethe.privacy.seal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * Ciphers that hold a worthless key, for whoever needs one next: to find an implementation costs
 * more than to seal a message with it.
 */
final class KeylessCiphers {

    private static final SecretKey WORTHLESS = new RawKey(new byte[DataKey.LENGTH]);

    /** More than work at once are left to the collector. */
    private static final int MOST = 16;

    private final Queue<Keyless> idle = new ArrayBlockingQueue<>(MOST);

    /** What is done with a cipher, which is not kept afterwards. */
    interface Use<T> {
        T with(Cipher cipher) throws GeneralSecurityException;
    }

    /**
     * Lends a cipher, and overwrites the key that it was set to, whatever comes of its use.
     *
     * @throws GeneralSecurityException from the use
     */
    <T> T use(Use<T> use) throws GeneralSecurityException {
        Keyless taken = idle.poll();
        Keyless keyless = taken == null ? new Keyless() : taken;
        try {
            return use.with(keyless.cipher);
        } finally {
            keyless.forget();
            idle.offer(keyless);
        }
    }

    private static final class Keyless {

        private final Cipher cipher;
        private long uses;

        Keyless() throws GeneralSecurityException {
            cipher = Cipher.getInstance(AesGcm.TRANSFORMATION);
        }

        /**
         * Has the JDK zero what it held, key and key schedule: only a cipher that encrypts
         * overwrites the key it had, and only with a nonce that it didn't have before.
         */
        void forget() {
            byte[] nonce = ByteBuffer.allocate(AesGcm.NONCE).putLong(++uses).array();
            try {
                cipher.init(Cipher.ENCRYPT_MODE, WORTHLESS, AesGcm.parameters(nonce, 0));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a cipher keeps its key", e);
            }
        }
    }
}
