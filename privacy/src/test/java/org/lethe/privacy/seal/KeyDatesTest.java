package org.lethe.privacy.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyDatesTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final KeyId KEY = new KeyId(4_000_000_000L);

    @TempDir private Path folder;

    @Test
    void knowsNothingOfAKeyThatCameWithItsKeyset() {
        assertThat(KeyDates.in(folder).made(KeySet.KEK, KEY)).isEmpty();
        assertThat(KeyDates.in(folder).inUse(KeySet.KEK, KEY)).isEmpty();
    }

    @Test
    void remembersEachSetForItself() throws IOException {
        KeyDates dates = KeyDates.in(folder);
        dates.noteMade(KeySet.KEK, KEY, NOON);
        dates.noteInUse(KeySet.KEK, KEY, NOON.plus(Duration.ofHours(1)));
        dates.noteInUse(KeySet.TOKEN, KEY, NOON);

        KeyDates read = KeyDates.in(folder);
        assertThat(read.made(KeySet.KEK, KEY)).contains(NOON);
        assertThat(read.inUse(KeySet.KEK, KEY)).contains(NOON.plus(Duration.ofHours(1)));
        assertThat(read.made(KeySet.TOKEN, KEY)).isEmpty();
        assertThat(read.inUse(KeySet.TOKEN, KEY)).contains(NOON);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve(KeyDates.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsTheFirstTimeThatAKeyWasSeenInUse() {
        KeyDates.in(folder).noteInUse(KeySet.KEK, KEY, NOON);

        KeyDates.in(folder).noteInUse(KeySet.KEK, KEY, NOON.plus(Duration.ofDays(1)));

        assertThat(KeyDates.in(folder).inUse(KeySet.KEK, KEY)).contains(NOON);
    }
}
