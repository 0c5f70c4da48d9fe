package org.lethe.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedFolderTest {

    @TempDir Path state;

    @Test
    void isNotFoundUnderItsNameBeforeItIsFinished() throws IOException {
        Path target = state.resolve("data");
        try (var unfinished = UnfinishedFolder.beside(target)) {
            Files.writeString(unfinished.path().resolve("file"), "half");
            assertThat(target).doesNotExist();

            unfinished.finish(unfinished.path(), target);
        }

        assertThat(target.resolve("file")).exists();
        assertThat(state).isDirectoryNotContaining(path -> !path.equals(target));
    }

    @Test
    void givesWayToOneThatWasFinishedMeanwhile() throws IOException {
        Path target = state.resolve("data");
        try (var unfinished = UnfinishedFolder.beside(target)) {
            Files.writeString(unfinished.path().resolve("file"), "mine");
            Files.createDirectory(target);
            Files.writeString(target.resolve("file"), "theirs");

            unfinished.finish(unfinished.path(), target);
        }

        assertThat(target.resolve("file")).hasContent("theirs");
    }

    @Test
    void removesWhatALauncherLeftThatWasKilledLongAgo() throws IOException {
        Path target = state.resolve("data");
        Path old = UnfinishedFolder.beside(target).path();
        Files.writeString(old.resolve("file"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path inWork = UnfinishedFolder.beside(state.resolve("other")).path();

        assertThat(old).doesNotExist();
        assertThat(inWork).exists();
    }
}
