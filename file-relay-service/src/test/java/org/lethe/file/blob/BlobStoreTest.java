package org.lethe.file.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;

class BlobStoreTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AccountId ACME = AccountId.of("acme");

    private final ChatId chat = ChatId.mint("k3f9", RANDOM);

    @TempDir Path folder;
    private BlobStore store;

    @BeforeEach
    void open() throws IOException {
        store = TestBlobs.in(folder.resolve("files"));
    }

    @Test
    void handsOutWhatWasCommitted() throws IOException {
        BlobId blob = blob();
        write(blob, new byte[] {1, 2, 3});

        try (SeekableByteChannel read = store.open(blob).orElseThrow()) {
            var bytes = ByteBuffer.allocate(8);
            assertThat(read.read(bytes)).isEqualTo(3);
            assertThat(bytes.array()).startsWith(1, 2, 3);
        }
        assertThat(store.accountOf(chat)).contains(ACME);
    }

    @Test
    void whatIsNotCommittedWasNeverThere() throws IOException {
        BlobId blob = blob();
        try (BlobDraft draft = store.create(blob)) {
            draft.out().write(1);
            assertThat(store.open(blob)).isEmpty();
        }

        assertThat(files()).isEmpty();
        assertThat(store.open(blob)).isEmpty();
    }

    @Test
    void nobodyButTheOwnerMayLook() throws IOException {
        write(blob(), new byte[] {1});

        try (Stream<Path> all = Files.walk(folder.resolve("files"))) {
            assertThat(all)
                    .allSatisfy(path ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(path)))
                                    .endsWith("------"));
        }
    }

    @Test
    void takesAwayWhatOthersMayDoInAFolderThatIsThere() throws IOException {
        Path open =
                Files.createDirectory(
                        folder.resolve("open"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-xr-x")));

        var _ = TestBlobs.in(open);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
                .isEqualTo("rwx------");
    }

    @Test
    void removesAChatWithAllThatItHas() throws IOException {
        write(blob(), new byte[10]);
        write(blob(), new byte[20]);
        ChatId other = ChatId.mint("k3f9", RANDOM);
        write(new BlobId(other, ACME, FileId.mint(RANDOM)), new byte[30]);
        BlobDraft unfinished = store.create(blob());

        assertThat(store.files(chat).values()).containsExactlyInAnyOrder(10L, 20L);

        store.remove(chat);

        assertThat(store.files(chat)).isEmpty();
        assertThat(store.chats()).containsOnlyKeys(other);
        unfinished.close();
    }

    @Test
    void removesDraftsThatNobodyWritesAnyMore() throws IOException {
        write(blob(), new byte[10]);
        BlobDraft crashed = store.create(blob());
        BlobDraft running = store.create(blob());
        Path draft = files().stream().filter(BlobPaths::isDraft).findFirst().orElseThrow();
        Files.setLastModifiedTime(
                draft, FileTime.from(Instant.now().minus(Duration.ofMinutes(11))));

        assertThat(store.removeAbandonedDrafts()).isEqualTo(1);

        assertThat(files()).hasSize(2).doesNotContain(draft);
        crashed.close();
        running.close();
    }

    @Test
    void ignoresWhatIsNotItsOwn() throws IOException {
        Files.createDirectories(folder.resolve("files/07/lost+found"));
        Files.writeString(folder.resolve("files/note"), "x");

        assertThat(store.chats()).isEmpty();
    }

    @Test
    void tellsWhatWasWholeByThen() throws IOException {
        BlobId blob = blob();
        write(blob, new byte[] {1});
        BlobDraft unfinished = store.create(blob());
        Instant now = Instant.now();

        assertThat(store.committed(Instant.EPOCH, now.plusSeconds(60))).containsExactly(blob);
        assertThat(store.committed(now.plusSeconds(30), now.plusSeconds(60))).isEmpty();
        assertThat(store.committed(Instant.EPOCH, now.minusSeconds(60))).isEmpty();
        unfinished.close();
    }

    private BlobId blob() {
        return new BlobId(chat, ACME, FileId.mint(RANDOM));
    }

    private void write(BlobId blob, byte[] bytes) throws IOException {
        TestBlobs.write(store, blob, bytes);
    }

    private java.util.List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("files"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
