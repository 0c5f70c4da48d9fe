package org.lethe.privacy.seal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.crypto.Mac;

/**
 * HMAC with SHA-256 that leaves nothing of its key in memory.
 *
 * <p>Tink's own keeps a Mac for each thread, with its key in it. These wait with a worthless one
 * for whoever needs one next: to find an implementation costs more than to hash with it.
 */
final class Hmac {

    private static final String ALGORITHM = "HmacSHA256";
    private static final RawKey WORTHLESS = new RawKey(new byte[DataKey.LENGTH]);

    /** More than work at once are left to the collector. */
    private static final int MOST = 16;

    private static final Queue<Mac> IDLE = new ArrayBlockingQueue<>(MOST);

    private Hmac() {}

    /** The first bytes of the hash. */
    static byte[] of(byte[] key, byte[] text, int length) {
        Mac taken = IDLE.poll();
        try {
            Mac mac = taken == null ? Mac.getInstance(ALGORITHM) : taken;
            byte[] hash = of(mac, key, text);
            IDLE.offer(mac);
            return Arrays.copyOf(hash, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Has the JDK write over what the Mac holds of the key, whatever comes of it. */
    static byte[] of(Mac mac, byte[] key, byte[] text) throws GeneralSecurityException {
        try {
            mac.init(new RawKey(key));
            return mac.doFinal(text);
        } finally {
            mac.init(WORTHLESS);
        }
    }
}
