package org.lethe.privacy.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.junit.jupiter.api.Test;

class HmacTest {

    /** Test case 2 of RFC 4231. */
    @Test
    void isThatOfTheStandard() {
        byte[] hash =
                Hmac.of("Jefe".getBytes(UTF_8), "what do ya want for nothing?".getBytes(UTF_8), 32);

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    /** A Mac that is lent again is never collected. */
    @Test
    void leavesNothingOfItsKeyInAMac() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = DataKey.random();
        var trace = new KeyTrace(key);
        mac.init(new RawKey(key));
        assertThat(trace.isIn(mac)).as("found while it is there").isTrue();

        byte[] _ = Hmac.of(mac, key, new byte[100]);

        assertThat(trace.isIn(mac)).isFalse();
    }

    @Test
    void isTheSameAfterItWasUsedWithAnotherKey() {
        byte[] key = DataKey.random();
        byte[] text = "text".getBytes(UTF_8);
        byte[] first = Hmac.of(key, text, 16);

        byte[] other = Hmac.of(DataKey.random(), text, 16);

        assertThat(Hmac.of(key, text, 16)).isEqualTo(first).isNotEqualTo(other).hasSize(16);
    }
}
