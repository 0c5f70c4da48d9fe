package org.lethe.privacy.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lethe.privacy.test.TestSecrets;

class EnvelopeCipherTest {

    private static final byte[] CLEAR = "settings".getBytes(UTF_8);
    private static final Unsealed DAMAGED = new Unsealed.Damaged();

    private final EnvelopeCipher cipher = new EnvelopeCipher(TestSecrets.kek());

    @Test
    void opensWhatItSealedInItsPlaceOnly() {
        SealedRecord sealed = cipher.seal(CLEAR, "account:acme:7");
        assertThat(cipher.open(sealed, "account:acme:7")).isEqualTo(new Unsealed.Clear(CLEAR));
        assertThat(cipher.open(sealed, "account:acme:8")).isEqualTo(DAMAGED);
    }

    @Test
    void noticesSwappedPartsAndStrangeKeys() {
        SealedRecord one = cipher.seal(CLEAR, "a");
        SealedRecord two = cipher.seal(CLEAR, "a");
        assertThat(cipher.open(new SealedRecord(one.sealed(), two.wrappedKey()), "a"))
                .isEqualTo(DAMAGED);
        assertThat(cipher.open(new SealedRecord(one.sealed(), new byte[3]), "a"))
                .isEqualTo(DAMAGED);
        assertThat(cipher.open(new SealedRecord(new byte[0], one.wrappedKey()), "a"))
                .isEqualTo(DAMAGED);
        assertThat(new EnvelopeCipher(TestSecrets.fresh()).open(one, "a")).isEqualTo(DAMAGED);
        assertThat(one.toString()).doesNotContain("settings");
    }
}
