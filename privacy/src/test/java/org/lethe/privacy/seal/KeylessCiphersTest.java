package org.lethe.privacy.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A cipher that is lent again is never collected: what it held of a key would stay. Whether it
 * holds any is the JDK's doing, and looked for in all that the cipher leads to.
 */
class KeylessCiphersTest {

    private final KeylessCiphers ciphers = new KeylessCiphers();
    private final byte[] key = DataKey.random();
    private final KeyTrace trace = new KeyTrace(key);
    private final byte[] nonce = Randomness.bytes(AesGcm.NONCE);
    private final AtomicReference<@Nullable Cipher> lent = new AtomicReference<>();

    @Test
    void forgetTheKeyThatSealed() throws GeneralSecurityException {
        byte[] _ = sealed();
        assertThat(trace.isIn(lent.get())).isFalse();
    }

    @Test
    void forgetTheKeyThatOpened() throws GeneralSecurityException {
        byte[] sealed = sealed();
        byte[] _ = ciphers.use(cipher -> open(cipher, sealed));
        assertThat(trace.isIn(lent.get())).isFalse();
    }

    @Test
    void forgetTheKeyThatDidNotOpen() throws GeneralSecurityException {
        byte[] sealed = sealed();
        sealed[0] ^= 1;
        assertThatThrownBy(() -> ciphers.use(cipher -> open(cipher, sealed)))
                .isInstanceOf(AEADBadTagException.class);
        assertThat(trace.isIn(lent.get())).isFalse();
    }

    @Test
    void areLentAgain() throws GeneralSecurityException {
        byte[] _ = sealed();
        Cipher first = lent.get();
        key[0] ^= 1;
        byte[] _ = sealed();
        assertThat(lent.get()).isSameAs(first);
    }

    private byte[] sealed() throws GeneralSecurityException {
        return ciphers.use(cipher -> {
            lent.set(cipher);
            cipher.init(Cipher.ENCRYPT_MODE, new RawKey(key), AesGcm.parameters(nonce, 0));
            byte[] sealed = cipher.doFinal(new byte[100]);
            assertThat(trace.isIn(cipher)).as("found while it is there").isTrue();
            return sealed;
        });
    }

    private byte[] open(Cipher cipher, byte[] sealed) throws GeneralSecurityException {
        lent.set(cipher);
        cipher.init(Cipher.DECRYPT_MODE, new RawKey(key), AesGcm.parameters(nonce, 0));
        assertThat(trace.isIn(cipher)).as("found while it is there").isTrue();
        return cipher.doFinal(sealed);
    }
}
