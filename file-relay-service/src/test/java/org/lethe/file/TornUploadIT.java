package org.lethe.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.chat.FileNote;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.FileEvent.FilesDestroyed;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.personal.FileName;
import org.lethe.contracts.topic.Topic;
import org.lethe.file.access.ChatAccess;
import org.lethe.file.access.EnterOutcome;
import org.lethe.file.access.FileAccess;
import org.lethe.file.access.FileNotes;
import org.lethe.file.blob.BlobStore;
import org.lethe.file.blob.TestBlobs;
import org.lethe.stack.fixture.EventTopic;
import org.lethe.stack.fixture.LetheInfrastructure;

/**
 * What a kill between the last byte of an upload and its entry leaves goes before the chat does.
 */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ShortSweep.class)
class TornUploadIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] SEALED = new byte[1_000];

    @Inject OpenedChat chats;
    @Inject FileAccess access;
    @Inject FileNotes notes;
    @Inject BlobStore blobs;

    @Test
    void aWholeFileThatItsChatDoesNotKnowIsGoneSoon() throws IOException {
        // Given a file of the chat, and one that it does not know
        ChatId chat = chats.open();
        FileId known = FileId.mint(RANDOM);
        FileId torn = FileId.mint(RANDOM);
        try (ChatAccess opened = access.open(chats.caller(chat), chat)) {
            TestBlobs.write(blobs, opened.blob(known), SEALED);
            TestBlobs.write(blobs, opened.blob(torn), SEALED);
            var note = new FileNote(FileName.of("a.png"), "image/png", SEALED.length);
            assertThat(notes.enter(opened, known, note)).isEqualTo(EnterOutcome.ENTERED);
        }

        // Then only that goes, and is not counted as a file of the chat
        await().atMost(Duration.ofSeconds(30)).until(() -> blobs.files(chat).size() == 1);
        assertThat(blobs.files(chat)).containsOnlyKeys(known);
        chats.destroy(chat, DestroyReason.ENDED);
        chats.awaitNothingOf(chat);
        assertThat(EventTopic.about(Topic.FILES, chat.value(), FilesDestroyed.class))
                .singleElement()
                .matches(event -> event.files() == 1);
    }
}
