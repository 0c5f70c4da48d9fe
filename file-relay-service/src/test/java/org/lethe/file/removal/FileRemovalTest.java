package org.lethe.file.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.file.access.OpenStreams;
import org.lethe.file.blob.BlobId;
import org.lethe.file.blob.BlobStore;
import org.lethe.file.blob.Removed;
import org.lethe.file.blob.TestBlobs;
import org.lethe.privacy.redis.StoreUnavailableException;

class FileRemovalTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AccountId ACME = AccountId.of("acme");
    private static final Removed ALL = new Removed(2, 30);

    private final ChatId chat = ChatId.mint("k3f9", RANDOM);
    private final FakeRemovalRecord record = new FakeRemovalRecord();
    private final List<Removed> answers = new ArrayList<>();

    @TempDir Path folder;
    private BlobStore blobs;
    private FileRemoval removal;
    private FileRemoval other;

    @BeforeEach
    void twoFiles() throws IOException {
        blobs = TestBlobs.in(folder.resolve("files"));
        removal = new FileRemoval(new OpenStreams(), blobs, record);
        other = new FileRemoval(new OpenStreams(), blobs, record);
        TestBlobs.write(blobs, new BlobId(chat, ACME, FileId.mint(RANDOM)), new byte[10]);
        TestBlobs.write(blobs, new BlobId(chat, ACME, FileId.mint(RANDOM)), new byte[20]);
    }

    @Test
    void answersWithWhatAnotherHasJustRemoved() {
        record.afterRemoving(() -> answers.add(other.removedOf(chat, ACME)));

        removal.remove(chat, ACME);

        assertThat(answers).containsExactly(ALL);
        assertThat(record.told(chat)).containsExactly(ALL);
    }

    @Test
    void countsOnceWhatTwoRemoveAtOnce() {
        record.beforeRemoving(() -> answers.add(other.removedOf(chat, ACME)));

        answers.add(removal.removedOf(chat, ACME));

        assertThat(answers).containsExactly(ALL, ALL);
        assertThat(record.told(chat)).containsExactly(ALL);
    }

    @Test
    void answersWithWhatTheSweepRemoved() {
        removal.remove(chat);

        assertThat(other.removedOf(chat, ACME)).isEqualTo(ALL);
        assertThat(other.removedOf(chat, ACME)).isEqualTo(ALL);
        assertThat(record.told(chat)).containsExactly(ALL);
    }

    @Test
    void tellsLaterWhatItRemovedWhenTheStoreWentAway() {
        record.afterRemoving(() -> record.setAway(true));
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> removal.remove(chat, ACME));

        record.setAway(false);

        assertThat(other.removedOf(chat, ACME)).isEqualTo(ALL);
        assertThat(record.told(chat)).containsExactly(ALL);
    }

    @Test
    void removesNothingThatItCanNotCount() throws IOException {
        record.setAway(true);

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> removal.remove(chat, ACME));

        assertThat(blobs.files(chat)).hasSize(2);
    }
}
