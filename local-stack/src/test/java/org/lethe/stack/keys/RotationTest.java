package org.lethe.stack.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.privacy.seal.KeyDates;
import org.lethe.privacy.seal.KeyFiles;
import org.lethe.privacy.seal.KeyId;
import org.lethe.privacy.seal.KeySet;
import org.lethe.privacy.seal.SuiteSecrets;

class RotationTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final Path folder;
    private final KeyFiles files;
    private final FakeFleet fleet;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    RotationTest(@TempDir Path folder) {
        this.folder = folder;
        SuiteSecrets.generate(folder);
        files = new KeyFiles(folder);
        fleet =
                new FakeFleet(
                        folder,
                        List.of(
                                SuiteSecrets.KEY_ENCRYPTION,
                                SuiteSecrets.TOKEN_SIGNING,
                                SuiteSecrets.TOKEN_VERIFYING,
                                SuiteSecrets.RECEIPT_SIGNING,
                                SuiteSecrets.INDEX));
        fleet.start("chat-service");
        fleet.start("gdpr-service");
    }

    @ParameterizedTest
    @EnumSource
    void makesANewPrimaryThatIsInUseEverywhere(KeySet set) {
        KeyId old = files.ids(set).primary();

        rotate(set);

        KeyId primary = files.ids(set).primary();
        assertThat(files.ids(set).older()).containsExactly(old);
        assertThat(fleet.ask())
                .allSatisfy(process ->
                        assertThat(process.files()).containsEntry(set.file(), files.ids(set)));
        assertThat(fleet.starts).as("once to read, once to make").isEqualTo(2);
        assertThat(KeyDates.in(folder).made(set, primary)).contains(NOON);
        assertThat(KeyDates.in(folder).inUse(set, primary)).contains(NOON);
        assertThat(text()).contains(primary.toString());
    }

    @Test
    void promotesNothingThatAProcessCanNotRead() {
        fleet.isElsewhere = true;
        KeyId old = files.ids(KeySet.KEK).primary();

        refused(() -> rotate(KeySet.KEK));
        fleet.start("chat-service");
        refused(() -> rotate(KeySet.KEK));

        assertThat(files.ids(KeySet.KEK).primary()).isEqualTo(old);
        assertThat(files.ids(KeySet.KEK).all()).hasSize(2);
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        fleet.isElsewhere = true;
        refused(() -> rotate(KeySet.KEK));
        startAll();
        refused(() -> rotate(KeySet.KEK));
        KeyId primary = files.ids(KeySet.KEK).primary();
        assertThat(files.ids(KeySet.KEK).older()).as("is promoted").hasSize(1);
        assertThat(KeyDates.in(folder).inUse(KeySet.KEK, primary)).isEmpty();

        startAll();
        rotate(KeySet.KEK);

        assertThat(files.ids(KeySet.KEK).all()).as("no third key").hasSize(2);
        assertThat(KeyDates.in(folder).inUse(KeySet.KEK, primary)).contains(NOON);
    }

    @Test
    void rotatesAgainWhenItIsDone() {
        rotate(KeySet.KEK);
        KeyId second = files.ids(KeySet.KEK).primary();

        rotate(KeySet.KEK);

        assertThat(files.ids(KeySet.KEK).older()).hasSize(2).contains(second);
    }

    @Test
    void goesNoFurtherWhereNobodyWasAsked() {
        var nobody = new FakeFleet(folder, List.of());

        refused(() -> rotation(KeySet.KEK, nobody).run());

        assertThat(files.ids(KeySet.KEK).older()).isEmpty();
    }

    private void startAll() {
        fleet.start("chat-service");
        fleet.start("gdpr-service");
    }

    private void rotate(KeySet set) {
        rotation(set, fleet).run();
    }

    private Rotation rotation(KeySet set, Fleet processes) {
        return new Rotation(
                set,
                files,
                KeyDates.in(folder),
                processes,
                Clock.fixed(NOON, ZoneOffset.UTC),
                new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private static void refused(ThrowingCallable what) {
        assertThatExceptionOfType(KeysRefusedException.class).isThrownBy(what);
    }
}
