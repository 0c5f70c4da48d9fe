package org.lethe.privacy.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AesGcmTest {

    private static final byte[] CLEAR = "where is my order?".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLACE = "a chat's log".getBytes(StandardCharsets.UTF_8);

    private static final byte[] PREFIX = {1};

    private final byte[] key = DataKey.random();

    /** What lay in a store before keeps its form. */
    @Test
    void isTinksForm() throws GeneralSecurityException {
        byte[] sealed = seal(CLEAR);
        assertThat(new AesGcmJce(key).decrypt(withoutVersion(sealed), PLACE)).isEqualTo(CLEAR);

        byte[] tinks = new AesGcmJce(key).encrypt(CLEAR, PLACE);
        byte[] versioned = new byte[1 + tinks.length];
        versioned[0] = PREFIX[0];
        System.arraycopy(tinks, 0, versioned, 1, tinks.length);
        assertThat(AesGcm.decrypt(key, versioned, PLACE, PREFIX)).isEqualTo(CLEAR);
    }

    @Test
    void sealsNothing() throws GeneralSecurityException {
        assertThat(AesGcm.decrypt(key, seal(new byte[0]), PLACE, PREFIX)).isEmpty();
    }

    @Test
    void opensNothingThatWasChanged() throws GeneralSecurityException {
        byte[] sealed = seal(CLEAR);
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> AesGcm.decrypt(key, changed, PLACE, PREFIX))
                    .isInstanceOf(GeneralSecurityException.class);
            byte[] torn = Arrays.copyOf(sealed, at);
            assertThatThrownBy(() -> AesGcm.decrypt(key, torn, PLACE, PREFIX))
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void opensNowhereElse() throws GeneralSecurityException {
        byte[] sealed = seal(CLEAR);
        assertThatThrownBy(() -> AesGcm.decrypt(key, sealed, CLEAR, PREFIX))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> AesGcm.decrypt(DataKey.random(), sealed, PLACE, PREFIX))
                .isInstanceOf(GeneralSecurityException.class);
    }

    private byte[] seal(byte[] clear) throws GeneralSecurityException {
        return AesGcm.encrypt(key, clear, PLACE, PREFIX);
    }

    private static byte[] withoutVersion(byte[] sealed) {
        return Arrays.copyOfRange(sealed, 1, sealed.length);
    }
}
