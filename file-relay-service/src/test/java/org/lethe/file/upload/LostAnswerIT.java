package org.lethe.file.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.chat.FileNote;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.personal.FileName;
import org.lethe.file.OpenedChat;
import org.lethe.file.access.ChatAccess;
import org.lethe.file.access.EnterOutcome;
import org.lethe.file.access.FileAccess;
import org.lethe.file.access.FileNotes;
import org.lethe.file.access.OpenStream;
import org.lethe.file.access.OpenStreams;
import org.lethe.file.access.StreamKind;
import org.lethe.file.blob.BlobStore;
import org.lethe.file.type.FileTypes;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.stack.fixture.LetheInfrastructure;

/** A file was entered, or was not, and nobody heard which. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class LostAnswerIT {

    @Inject OpenedChat chats;
    @Inject FileAccess access;
    @Inject FileNotes notes;
    @Inject BlobStore blobs;
    @Inject FileTypes types;
    @Inject UploadSettings config;
    @Inject OpenStreams streams;

    @Test
    void aFileThatWasEnteredStays() throws IOException {
        ChatId chat = chats.open();

        FileView file = take(chat, new LossyNotes(notes, true));

        try (ChatAccess granted = access.open(chats.caller(chat), chat)) {
            assertThat(notes.find(granted, file.file())).isPresent();
        }
        assertThat(chats.blobsOf(chat)).hasSize(1);
        chats.destroy(chat, DestroyReason.ENDED);
    }

    @Test
    void aFileThatWasNotEnteredLeavesNothing() {
        ChatId chat = chats.open();

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> take(chat, new LossyNotes(notes, false)));

        assertThat(chats.blobsOf(chat)).isEmpty();
    }

    private FileView take(ChatId chat, FileNotes through) throws IOException {
        var body = new ByteArrayInputStream("a text".getBytes(StandardCharsets.UTF_8));
        var upload = new FileUpload(blobs, through, types, config);
        try (OpenStream stream = streams.begin(chat, StreamKind.UPLOAD, () -> {});
                ChatAccess granted = access.open(chats.caller(chat), chat)) {
            return upload.take(granted, FileName.of("a.txt"), body, stream);
        }
    }

    /** The answer to an entry is lost, after it was made or before. */
    private record LossyNotes(FileNotes notes, boolean enters) implements FileNotes {

        @Override
        public EnterOutcome enter(ChatAccess access, FileId file, FileNote note) {
            if (enters) {
                assertThat(notes.enter(access, file, note)).isEqualTo(EnterOutcome.ENTERED);
            }
            throw new StoreUnavailableException(new IllegalStateException("no answer"));
        }

        @Override
        public EnterOutcome mayEnter(ChatAccess access) {
            return notes.mayEnter(access);
        }

        @Override
        public Optional<FileNote> find(ChatAccess access, FileId file) {
            return notes.find(access, file);
        }

        @Override
        public boolean isInChat(OperatorId operator, ChatId chat) {
            return notes.isInChat(operator, chat);
        }
    }
}
