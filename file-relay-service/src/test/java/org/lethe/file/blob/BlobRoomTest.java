package org.lethe.file.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.runtime.problem.Refusal;

class BlobRoomTest {

    private static final int WHOLE = 100_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir Path folder;
    private BlobStore blobs;
    private BlobRoom room;

    @BeforeEach
    void open() throws IOException {
        blobs = TestBlobs.in(folder.resolve("files"));
        room = TestBlobs.room(blobs, WHOLE);
    }

    @Test
    void takesFilesUntilItIsFull() throws IOException {
        write(79_000);
        room.look();
        assertThat(room.filled()).isCloseTo(0.79, within(0.001));
        room.take(500).close();

        write(1_000);
        room.look();

        assertThat(room.isFull()).isTrue();
        assertRefused(1);
    }

    @Test
    void takesThemAgainWhenItIsWellBelow() throws IOException {
        BlobId first = write(10_000);
        BlobId second = write(4_000);
        write(70_000);
        room.look();
        assertRefused(1);

        blobs.remove(second);
        room.look();
        assertRefused(1);

        blobs.remove(first);
        room.look();
        room.take(1).close();
    }

    @Test
    void countsWhatRunningUploadsBring() {
        room.look();
        try (var first = room.take(60_000)) {
            assertRefused(30_000);
            room.take(20_000).close();
            first.used(60_000);
        }

        // The next look has not come yet.
        assertRefused(30_000);
        room.look();
        room.take(30_000).close();
    }

    @Test
    void countsARunningUploadOnce() throws IOException {
        try (var running = room.take(40_000);
                BlobDraft draft = blobs.create(blob())) {
            draft.out().write(new byte[40_000]);
            room.look();

            assertThat(room.filled()).isZero();
            room.take(40_000).close();
            assertRefused(40_001);

            draft.out().close();
            draft.commit();
            running.used(40_000);
        }
        room.look();
        assertThat(room.filled()).isCloseTo(0.4, within(0.001));
    }

    @Test
    void asksTheFileSystemWhereNothingElseIsSaid() throws IOException {
        BlobRoom ofDisk = TestBlobs.room(blobs, Long.MAX_VALUE);
        write(5_000);

        ofDisk.look();

        assertThat(ofDisk.filled()).isPositive().isLessThan(0.01);
        ofDisk.take(1).close();
    }

    private void assertRefused(long bytes) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> room.take(bytes))
                .extracting(Refusal::code)
                .isEqualTo(ErrorCode.NO_ROOM);
    }

    private BlobId write(int bytes) throws IOException {
        BlobId blob = blob();
        TestBlobs.write(blobs, blob, new byte[bytes]);
        return blob;
    }

    private static BlobId blob() {
        return new BlobId(ChatId.mint("a0z9", RANDOM), new AccountId("acme"), FileId.mint(RANDOM));
    }
}
