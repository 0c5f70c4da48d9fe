package org.lethe.privacy.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lethe.contracts.scope.Compartment.ADDRESS;
import static org.lethe.contracts.scope.Compartment.CONTENT;

import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;

class ScopeCipherTest {

    private static final Unsealed DAMAGED = new Unsealed.Damaged();
    private static final byte[] CLEAR = "the visitor's own words".getBytes(UTF_8);

    private final ChatId chat = ChatId.mint("abcd", new SecureRandom());
    private final byte[] contentKey = DataKey.random();
    private final byte[] addressKey = DataKey.random();
    private final ScopeCipher cipher = cipher(chat);

    @Test
    void opensWhatItSealed() {
        byte[] sealed = cipher.seal(CONTENT, "log", CLEAR);
        assertThat(cipher.unseal(CONTENT, "log", sealed)).isEqualTo(new Unsealed.Clear(CLEAR));
        assertThat(cipher.seal(CONTENT, "log", CLEAR)).isNotEqualTo(sealed);
        assertThat(cipher.unseal(CONTENT, "log", cipher.seal(CONTENT, "log", new byte[0])))
                .isEqualTo(new Unsealed.Clear(new byte[0]));
    }

    @Test
    void noticesEveryChangedByte() {
        byte[] sealed = cipher.seal(CONTENT, "log", CLEAR);
        for (int i = 0; i < sealed.length; i++) {
            byte[] tampered = sealed.clone();
            tampered[i] ^= 1;
            assertThat(cipher.unseal(CONTENT, "log", tampered)).isEqualTo(DAMAGED);
        }
    }

    @Test
    void noticesEveryTruncation() {
        byte[] sealed = cipher.seal(CONTENT, "log", CLEAR);
        for (int length = 0; length < sealed.length; length++) {
            assertThat(cipher.unseal(CONTENT, "log", Arrays.copyOf(sealed, length)))
                    .isEqualTo(DAMAGED);
        }
        assertThat(cipher.unseal(CONTENT, "log", Arrays.copyOf(sealed, sealed.length + 1)))
                .isEqualTo(DAMAGED);
    }

    @Test
    void opensInItsPlaceOnly() {
        byte[] sealed = cipher.seal(CONTENT, "log", CLEAR);
        assertThat(cipher.unseal(CONTENT, "form", sealed)).isEqualTo(DAMAGED);
        assertThat(cipher.unseal(ADDRESS, "log", sealed)).isEqualTo(DAMAGED);
        ScopeCipher other = cipher(ChatId.mint("abcd", new SecureRandom()));
        assertThat(other.unseal(CONTENT, "log", sealed)).isEqualTo(DAMAGED);
    }

    @Test
    void opensWithItsOwnKeyOnly() {
        byte[] sealed = cipher.seal(CONTENT, "log", CLEAR);
        var stranger = new ScopeCipher(chat, new DataKey(DataKey.random()), null);
        assertThat(stranger.unseal(CONTENT, "log", sealed)).isEqualTo(DAMAGED);
    }

    @Test
    void hasATypedAnswerForACompartmentWithoutKey() {
        byte[] sealed = cipher.seal(ADDRESS, "addr", CLEAR);
        var without = new ScopeCipher(chat, new DataKey(contentKey.clone()), null);
        assertThat(without.holds(ADDRESS)).isFalse();
        assertThat(without.unseal(ADDRESS, "addr", sealed))
                .isEqualTo(new Unsealed.CompartmentDestroyed());
        assertThatExceptionOfType(ScopeGoneException.class)
                .isThrownBy(() -> without.seal(ADDRESS, "addr", CLEAR));
    }

    @Test
    void forgetsItsKeysWhenClosed() {
        byte[] key = contentKey.clone();
        var closing = new ScopeCipher(chat, new DataKey(key), null);
        byte[] sealed = closing.seal(CONTENT, "log", CLEAR);

        closing.close();
        closing.close();

        assertThat(key).containsOnly(0);
        assertThat(closing.unseal(CONTENT, "log", sealed))
                .isEqualTo(new Unsealed.CompartmentDestroyed());
        assertThatExceptionOfType(ScopeGoneException.class)
                .isThrownBy(() -> closing.seal(CONTENT, "log", CLEAR));
    }

    @Test
    void keepsKindsApartFromTheirSeparator() {
        assertThatIllegalArgumentException().isThrownBy(() -> cipher.seal(CONTENT, "a|b", CLEAR));
        assertThatIllegalArgumentException().isThrownBy(() -> cipher.seal(CONTENT, "", CLEAR));
    }

    @Test
    void printsNothingOfWhatItHolds() {
        assertThat(cipher.toString()).isEqualTo("ScopeCipher[" + chat.value() + "]");
        assertThat(new Unsealed.Clear(CLEAR).toString()).isEqualTo("Clear[redacted]");
    }

    private ScopeCipher cipher(ChatId scope) {
        return new ScopeCipher(
                scope, new DataKey(contentKey.clone()), new DataKey(addressKey.clone()));
    }
}
