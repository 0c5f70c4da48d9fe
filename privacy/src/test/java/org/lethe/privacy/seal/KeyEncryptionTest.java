package org.lethe.privacy.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keysets are Tink's: what it wraps opens here, and what is wrapped here opens there. */
class KeyEncryptionTest {

    private static final byte[] PLACE = "a chat's key".getBytes(StandardCharsets.UTF_8);
    private static final Parameters OURS = PredefinedAeadParameters.AES256_GCM;

    private final byte[] key = DataKey.random();

    @BeforeAll
    static void setUpTink() {
        SecretFiles.register();
    }

    @Test
    void wrapsInTinksForm() throws GeneralSecurityException {
        KeysetHandle keyset = keyset(OURS, KeyStatus.ENABLED);
        KeyEncryption kek = KeyEncryption.of(keyset);
        Aead tinks = tinks(keyset);

        assertThat(tinks.decrypt(kek.wrap(key, PLACE), PLACE)).isEqualTo(key);
        assertThat(kek.unwrap(tinks.encrypt(key, PLACE), PLACE)).contains(key);
    }

    @Test
    void leavesTheKeyThatItWraps() throws GeneralSecurityException {
        byte[] before = key.clone();
        byte[] wrapped = KeyEncryption.of(keyset(OURS, KeyStatus.ENABLED)).wrap(key, PLACE);
        assertThat(key).isEqualTo(before);
        assertThat(wrapped).hasSize(KeyEncryption.WRAPPED_LENGTH);
    }

    @Test
    void unwrapsByEachKeyThatIsEnabled() throws GeneralSecurityException {
        KeysetHandle old = keyset(OURS, KeyStatus.ENABLED);
        byte[] wrapped = KeyEncryption.of(old).wrap(key, PLACE);

        assertThat(KeyEncryption.of(rotated(old, KeyStatus.ENABLED)).unwrap(wrapped, PLACE))
                .contains(key);
        assertThat(KeyEncryption.of(rotated(old, KeyStatus.DISABLED)).unwrap(wrapped, PLACE))
                .isEmpty();
    }

    @Test
    void wrapsByThePrimaryKey() throws GeneralSecurityException {
        KeysetHandle old = keyset(OURS, KeyStatus.ENABLED);
        byte[] wrapped = KeyEncryption.of(rotated(old, KeyStatus.ENABLED)).wrap(key, PLACE);

        assertThat(KeyEncryption.of(old).unwrap(wrapped, PLACE)).isEmpty();
    }

    @Test
    void unwrapsNothingElse() throws GeneralSecurityException {
        KeyEncryption kek = KeyEncryption.of(keyset(OURS, KeyStatus.ENABLED));
        byte[] wrapped = kek.wrap(key, PLACE);

        assertThat(kek.unwrap(wrapped, new byte[0])).isEmpty();
        assertThat(kek.unwrap(new byte[KeyEncryption.WRAPPED_LENGTH], PLACE)).isEmpty();
        assertThat(kek.unwrap(new byte[0], PLACE)).isEmpty();
        for (int at = 0; at < wrapped.length; at++) {
            byte[] changed = wrapped.clone();
            changed[at] ^= 1;
            assertThat(kek.unwrap(changed, PLACE)).isEmpty();
        }
    }

    @Test
    void refusesKeysOfAnotherKind() throws GeneralSecurityException {
        KeysetHandle shorter = keyset(PredefinedAeadParameters.AES128_GCM, KeyStatus.ENABLED);
        assertThatIllegalArgumentException().isThrownBy(() -> KeyEncryption.of(shorter));
    }

    private static KeysetHandle keyset(Parameters parameters, KeyStatus status)
            throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(
                        KeysetHandle.generateEntryFromParameters(parameters)
                                .setStatus(status)
                                .withRandomId()
                                .makePrimary())
                .build();
    }

    /** The same with a new primary key. */
    private static KeysetHandle rotated(KeysetHandle keyset, KeyStatus ofOld)
            throws GeneralSecurityException {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
        builder.getAt(0).setStatus(ofOld);
        return builder.addEntry(
                        KeysetHandle.generateEntryFromParameters(OURS).withRandomId().makePrimary())
                .build();
    }

    private static Aead tinks(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}
