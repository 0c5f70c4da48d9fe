package org.lethe.privacy.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.JwtPublicKeyVerify;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.RawJwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteSecretsTest {

    private static final List<String> FILES =
            List.of(
                    SuiteSecrets.KEY_ENCRYPTION,
                    SuiteSecrets.TOKEN_SIGNING,
                    SuiteSecrets.TOKEN_VERIFYING,
                    SuiteSecrets.RECEIPT_SIGNING,
                    SuiteSecrets.INDEX);

    @TempDir private Path folder;

    @Test
    void writesFilesThatOnlyTheirOwnerReads() throws IOException {
        SuiteSecrets.generate(folder);

        for (String file : FILES) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void leavesNothingBesideItsFiles() throws IOException {
        SuiteSecrets.generate(folder);

        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(FILES);
        }
    }

    @Test
    void leavesNoHalfOfAFileThatCouldNotBeWritten() throws IOException, GeneralSecurityException {
        // A folder that is not empty stands where the file should go.
        Path kek = Files.createDirectory(folder.resolve("kek"));
        Files.createFile(kek.resolve("in-the-way"));
        SecretFiles.register();
        KeysetHandle keyset =
                KeysetHandle.generateNew(
                        PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());

        assertThatThrownBy(() -> SecretFiles.write(kek, keyset))
                .isInstanceOf(UncheckedIOException.class);

        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(kek);
        }
    }

    @Test
    void neverReplacesAKeyThatIsThere() throws IOException {
        SuiteSecrets.generate(folder);
        String kek = Files.readString(folder.resolve(SuiteSecrets.KEY_ENCRYPTION));
        String verifying = Files.readString(folder.resolve(SuiteSecrets.TOKEN_VERIFYING));
        Files.delete(folder.resolve(SuiteSecrets.TOKEN_VERIFYING));

        SuiteSecrets.generate(folder);

        assertThat(folder.resolve(SuiteSecrets.KEY_ENCRYPTION)).hasContent(kek);
        assertThat(folder.resolve(SuiteSecrets.TOKEN_VERIFYING)).hasContent(verifying);
    }

    @Test
    void makesTokenKeysThatFitTogether() throws GeneralSecurityException {
        SuiteSecrets.generate(folder);
        JwtPublicKeySign signer =
                SecretFiles.keyset(folder.resolve(SuiteSecrets.TOKEN_SIGNING))
                        .getPrimitive(RegistryConfiguration.get(), JwtPublicKeySign.class);
        JwtPublicKeyVerify verifier =
                SecretFiles.keyset(folder.resolve(SuiteSecrets.TOKEN_VERIFYING))
                        .getPrimitive(RegistryConfiguration.get(), JwtPublicKeyVerify.class);

        String token =
                signer.signAndEncode(
                        RawJwt.newBuilder().setIssuer("lethe").withoutExpiration().build());

        var validator =
                JwtValidator.newBuilder().expectIssuer("lethe").allowMissingExpiration().build();
        assertThat(verifier.verifyAndDecode(token, validator).getIssuer()).isEqualTo("lethe");
    }

    @Test
    void refusesAFileThatIsNoKeysetWithoutQuotingIt() throws IOException {
        Path file = Files.writeString(folder.resolve("kek.json"), "{\"secret\":1}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyEncryption.load(file))
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    @Test
    void refusesAKeysetOfAnotherPurpose() {
        SuiteSecrets.generate(folder);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyEncryption.load(folder.resolve(SuiteSecrets.TOKEN_SIGNING)));
    }
}
