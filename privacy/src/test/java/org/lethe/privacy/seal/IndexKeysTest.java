package org.lethe.privacy.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IndexKeysTest {

    private static final byte[] TEXT = "acme EMAIL ada@example.org".getBytes(UTF_8);

    @BeforeAll
    static void register() {
        SecretFiles.register();
    }

    @Test
    void hashesAsTinkDoes() throws GeneralSecurityException {
        KeysetHandle keyset =
                KeysetHandle.generateNew(
                        PredefinedPrfParameters.HMAC_SHA256_PRF, RegistryConfiguration.get());
        byte[] expected =
                keyset.getPrimitive(RegistryConfiguration.get(), PrfSet.class)
                        .computePrimary(TEXT, 16);

        assertThat(IndexKeys.of(keyset).primaryHash(TEXT)).isEqualTo(expected);
        assertThat(IndexKeys.of(keyset).hashes(TEXT)).containsExactly(expected);
    }

    @Test
    void findsWhatAnOlderKeyHashedAndWritesByThePrimary() throws GeneralSecurityException {
        KeysetHandle old =
                KeysetHandle.newBuilder()
                        .addEntry(
                                KeysetHandle.generateEntryFromParameters(
                                                PredefinedPrfParameters.HMAC_SHA256_PRF)
                                        .withRandomId()
                                        .makePrimary())
                        .build();
        KeysetHandle rotated = rotated(old, KeyStatus.ENABLED);
        byte[] before = IndexKeys.of(old).primaryHash(TEXT);

        byte[] since = IndexKeys.of(rotated).primaryHash(TEXT);

        assertThat(since).isNotEqualTo(before);
        assertThat(IndexKeys.of(rotated).hashes(TEXT)).containsExactly(since, before);
        assertThat(IndexKeys.of(rotated(old, KeyStatus.DISABLED)).hashes(TEXT)).hasSize(1);
    }

    /** Nothing found would be told as certain. */
    @Test
    void failsWithoutKeysInsteadOfFindingNothing() {
        assertThatIllegalStateException().isThrownBy(() -> IndexKeys.none().hashes(TEXT));
        assertThatIllegalStateException().isThrownBy(() -> IndexKeys.none().primaryHash(TEXT));
    }

    @Test
    void refusesAKeysetOfAnotherPurpose() throws GeneralSecurityException {
        KeysetHandle keyset =
                KeysetHandle.generateNew(
                        PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());

        assertThatIllegalArgumentException().isThrownBy(() -> IndexKeys.of(keyset));
    }

    private static KeysetHandle rotated(KeysetHandle old, KeyStatus status)
            throws GeneralSecurityException {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(old);
        builder.getAt(0).setStatus(status);
        return builder.addEntry(
                        KeysetHandle.generateEntryFromParameters(
                                        PredefinedPrfParameters.HMAC_SHA256_PRF)
                                .withRandomId()
                                .makePrimary())
                .build();
    }
}
