package org.lethe.stack.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.privacy.seal.KeyDates;
import org.lethe.privacy.seal.KeyFiles;
import org.lethe.privacy.seal.KeyId;
import org.lethe.privacy.seal.KeySet;
import org.lethe.privacy.seal.SuiteSecrets;

class RetirementTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration LONG = Duration.ofHours(37);
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    private final Path folder;
    private final KeyFiles files;
    private final FakeFleet fleet;

    RetirementTest(@TempDir Path folder) {
        this.folder = folder;
        SuiteSecrets.generate(folder);
        files = new KeyFiles(folder);
        fleet =
                new FakeFleet(
                        folder, List.of(SuiteSecrets.KEY_ENCRYPTION, SuiteSecrets.TOKEN_SIGNING));
        fleet.start("chat-service");
        fleet.older.putAll(Map.of("account", 0, "visit", 0, "chat", 0, "letter", 0, "erasure", 0));
    }

    @ParameterizedTest
    @EnumSource(names = {"KEK", "TOKEN"})
    void removesOlderKeysOnceNothingIsLeftThatTheyRead(KeySet set) {
        KeyId primary = rotated(set);

        retire(set, LONG);

        assertThat(files.ids(set).all()).containsExactly(primary);
    }

    @Test
    void waitsAsLongAsAnythingMayBeInTheStore() {
        rotated(KeySet.KEK);

        refused(KeySet.KEK, LONG.minusSeconds(1), "2026-12-02T01:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "visit", "chat", "letter", "erasure"})
    void keepsAKeyThatSomethingIsUnder(String kind) {
        rotated(KeySet.KEK);
        fleet.older.put(kind, 2);

        refused(KeySet.KEK, LONG, kind + ", 2 under it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "visit"})
    void takesWhatNobodyHasCountedForNoZero(String kind) {
        rotated(KeySet.KEK);
        fleet.older.remove(kind);

        refused(KeySet.KEK, LONG, "yet");
    }

    @Test
    void keepsAKeyThatAProcessStillMakesWith() {
        rotated(KeySet.KEK);
        fleet.isElsewhere = true;
        files.add(KeySet.KEK);
        files.promoteNewest(KeySet.KEK);

        refused(KeySet.KEK, LONG, "chat-service");
    }

    @Test
    void retiresNothingDuringARotation() {
        rotated(KeySet.KEK);
        files.add(KeySet.KEK);

        refused(KeySet.KEK, LONG, "under way");
    }

    @Test
    void believesNobodyWhoWasNotAsked() {
        rotated(KeySet.KEK);
        var nobody = new FakeFleet(folder, List.of());

        assertThatExceptionOfType(KeysRefusedException.class)
                .isThrownBy(() -> retirement(KeySet.KEK, nobody, LONG).run())
                .withMessageContaining("--service");
    }

    @Test
    void countsFromNowWhereARotationLeftNoDate() {
        files.add(KeySet.KEK);
        files.promoteNewest(KeySet.KEK);
        fleet.start("chat-service");

        refused(KeySet.KEK, Duration.ZERO, "2026-12-02T01:00:00Z");
        retire(KeySet.KEK, LONG);

        assertThat(files.ids(KeySet.KEK).older()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RECEIPT", "INDEX"})
    void keepsAKeyOfWhichNobodyCanSayWhatItStillReads(KeySet set) {
        files.add(set);
        files.promoteNewest(set);

        refused(set, Duration.ofDays(10_000), set == KeySet.RECEIPT ? "for ever" : "visitor stays");
    }

    @Test
    void hasNothingToDoWithoutAnOlderKey() {
        assertThatCode(() -> retire(KeySet.KEK, Duration.ZERO)).doesNotThrowAnyException();
    }

    /** Its new primary, which is in use since noon. */
    private KeyId rotated(KeySet set) {
        new Rotation(
                        set,
                        files,
                        KeyDates.in(folder),
                        fleet,
                        Clock.fixed(NOON, ZoneOffset.UTC),
                        NOWHERE)
                .run();
        return files.ids(set).primary();
    }

    private void refused(KeySet set, Duration later, String reason) {
        List<KeyId> before = files.ids(set).all();
        assertThatExceptionOfType(KeysRefusedException.class)
                .isThrownBy(() -> retire(set, later))
                .withMessageContaining(reason);
        assertThat(files.ids(set).all()).isEqualTo(before);
    }

    private void retire(KeySet set, Duration later) {
        retirement(set, fleet, later).run();
    }

    private Retirement retirement(KeySet set, Fleet processes, Duration later) {
        return new Retirement(
                set,
                files,
                KeyDates.in(folder),
                processes,
                Clock.fixed(NOON.plus(later), ZoneOffset.UTC),
                NOWHERE);
    }
}
