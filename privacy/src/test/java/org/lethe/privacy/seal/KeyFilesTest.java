package org.lethe.privacy.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.RawJwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rotation, step by step, and what processes with the keys of neighbouring steps can read. */
class KeyFilesTest {

    private static final byte[] PLACE = "a chat's key".getBytes(UTF_8);

    @TempDir private Path folder;
    private KeyFiles files;

    @BeforeEach
    void generate() {
        SuiteSecrets.generate(folder);
        files = new KeyFiles(folder);
    }

    @ParameterizedTest
    @EnumSource
    void addsAKeyThatMakesNothingYet(KeySet set) {
        KeyId first = files.ids(set).primary();

        KeyId added = files.add(set);

        assertThat(files.ids(set)).isEqualTo(new KeyIds(first, List.of(first, added)));
        assertThat(files.ids(set).older()).isEmpty();
        assertThat(files.ids(set).newest()).isEqualTo(added);
    }

    @ParameterizedTest
    @EnumSource
    void promotesTheNewestAndKeepsTheOthers(KeySet set) {
        KeyId first = files.ids(set).primary();
        KeyId added = files.add(set);

        files.promoteNewest(set);

        assertThat(files.ids(set)).isEqualTo(new KeyIds(added, List.of(first, added)));
        assertThat(files.ids(set).older()).containsExactly(first);
    }

    @ParameterizedTest
    @EnumSource
    void removesOlderKeysAndNoneThatWaits(KeySet set) {
        KeyId second = files.add(set);
        files.promoteNewest(set);
        KeyId third = files.add(set);

        files.removeOlder(set);

        assertThat(files.ids(set)).isEqualTo(new KeyIds(second, List.of(second, third)));
    }

    @Test
    void neighbouringStepsReadWhatTheOtherWraps() {
        KeyEncryption before = kek();
        files.add(KeySet.KEK);
        KeyEncryption added = kek();
        files.promoteNewest(KeySet.KEK);
        KeyEncryption promoted = kek();
        files.removeOlder(KeySet.KEK);
        KeyEncryption removed = kek();

        assertThat(reads(before, added)).isTrue();
        assertThat(reads(added, before)).isTrue();
        assertThat(reads(added, promoted)).isTrue();
        assertThat(reads(promoted, added)).isTrue();
        assertThat(reads(removed, promoted)).isTrue();
        assertThat(reads(promoted, removed)).isTrue();

        // Why adding and promoting are two steps, and removing is the last.
        assertThat(reads(before, promoted)).isFalse();
        assertThat(reads(removed, added)).isFalse();
    }

    @Test
    void saysByWhichKeyItWrapped() {
        KeyId first = files.ids(KeySet.KEK).primary();
        byte[] wrapped = kek().wrap(DataKey.random(), PLACE);

        assertThat(KeyId.ofWrap(wrapped)).contains(first);
        assertThat(KeyId.ofWrap(new byte[KeyId.PREFIX])).isEmpty();
        assertThat(KeyId.ofWrap(new byte[] {1, 2, 3, 4})).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"TOKEN", "RECEIPT"})
    void neighbouringStepsVerifyWhatTheOtherSigned(KeySet set) throws GeneralSecurityException {
        String before = signed(set);
        files.add(set);
        PublicKeys added = verifying(set);
        String byAdded = signed(set);
        files.promoteNewest(set);
        PublicKeys promoted = verifying(set);
        String byPromoted = signed(set);

        for (PublicKeys keys : List.of(added, promoted)) {
            for (String token : List.of(before, byAdded, byPromoted)) {
                assertThat(keys.claims(token, "test")).contains("lethe");
            }
        }
    }

    @Test
    void bringsThePublicHalfUpToDateAfterACrashBetween() throws IOException {
        Path published = folder.resolve(SuiteSecrets.TOKEN_VERIFYING);
        String before = Files.readString(published);
        files.add(KeySet.TOKEN);
        String after = Files.readString(published);
        Files.writeString(published, before);

        files.publish(KeySet.TOKEN);

        assertThat(published).hasContent(after);
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void keepsThePermissionsOfTheFile() throws IOException {
        Path kek = folder.resolve(SuiteSecrets.KEY_ENCRYPTION);
        Files.setPosixFilePermissions(kek, PosixFilePermissions.fromString("rw-r-----"));

        files.add(KeySet.KEK);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kek)))
                .isEqualTo("rw-r-----");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    private KeyEncryption kek() {
        return KeyEncryption.load(folder.resolve(SuiteSecrets.KEY_ENCRYPTION));
    }

    private static boolean reads(KeyEncryption reader, KeyEncryption writer) {
        return reader.unwrap(writer.wrap(DataKey.random(), PLACE), PLACE).isPresent();
    }

    private String signed(KeySet set) throws GeneralSecurityException {
        return SecretFiles.keyset(folder.resolve(set.file()))
                .getPrimitive(RegistryConfiguration.get(), JwtPublicKeySign.class)
                .signAndEncode(
                        RawJwt.newBuilder()
                                .setTypeHeader("test")
                                .setIssuer("lethe")
                                .withoutExpiration()
                                .build());
    }

    /** Receipts are verified by the public half of what signs them. */
    private PublicKeys verifying(KeySet set) throws GeneralSecurityException {
        var keyset = SecretFiles.keyset(folder.resolve(set.reading()));
        return PublicKeys.of(set == KeySet.RECEIPT ? keyset.getPublicKeysetHandle() : keyset);
    }
}
