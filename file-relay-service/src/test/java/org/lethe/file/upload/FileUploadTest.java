package org.lethe.file.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.personal.FileName;
import org.lethe.file.access.ChatAccess;
import org.lethe.file.access.FakeFileNotes;
import org.lethe.file.access.OpenStream;
import org.lethe.file.access.OpenStreams;
import org.lethe.file.access.StreamKind;
import org.lethe.file.access.TestAccess;
import org.lethe.file.blob.BlobStore;
import org.lethe.file.blob.TestBlobs;
import org.lethe.file.type.FileType;
import org.lethe.file.type.FileTypes;
import org.lethe.file.type.MagicDetector;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.limit.TestLimits;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.stream.ClientStream;

/** A file is in its chat, whole and sealed, or nothing of it is there. */
class FileUploadTest {

    private static final int MAX_SIZE = 200_000;
    private static final int ROOM = 2 * MAX_SIZE;
    private static final byte[] TEXT = "a text".getBytes(UTF_8);

    private FakeFileNotes notes = new FakeFileNotes(1);
    private final OpenStreams streams = new OpenStreams();
    private final ChatAccess chat = TestAccess.open();

    @TempDir Path folder;
    private BlobStore blobs;
    private FileUpload upload;

    @BeforeEach
    void open() throws IOException {
        notes.open(chat.chat());
        blobs = TestBlobs.in(folder.resolve("files"));
        var types = new FileTypes(new MagicDetector(), () -> EnumSet.allOf(FileType.class));
        var limits =
                TestLimits.of(
                        Map.of(
                                "lethe.limits.uploads-per-chat", ROOM + " in 1h",
                                "lethe.limits.uploads-per-account", ROOM * 2 + " in 1h"));
        upload =
                new FileUpload(
                        blobs,
                        TestBlobs.room(blobs, Long.MAX_VALUE),
                        notes,
                        types,
                        new Uploads(MAX_SIZE, 1, 1, 1),
                        limits);
    }

    @AfterEach
    void forgetTheKey() {
        chat.close();
    }

    @Test
    void sealsAFileAndEntersIt() throws IOException {
        byte[] content = "many lines\n".repeat(15_000).getBytes(UTF_8);

        FileView file = take(new ByteArrayInputStream(content));

        assertThat(notes.find(chat, file.file()).orElseThrow().size()).isEqualTo(content.length);
        assertThat(file.mediaType()).isEqualTo("text/plain");
        try (SeekableByteChannel sealed = blobs.open(chat.blob(file.file())).orElseThrow();
                SeekableByteChannel clear =
                        chat.cipher().unsealing(sealed, FileUpload.place(file.file()))) {
            var read = ByteBuffer.allocate(content.length);
            while (read.hasRemaining() && clear.read(read) >= 0) {
                // A piece at a time.
            }
            assertThat(read.array()).isEqualTo(content);
        }
    }

    @Test
    void whatWasEnteredStaysThoughNobodyHeardOfIt() throws IOException {
        notes.loseAnswer(true);

        FileView file = take(new ByteArrayInputStream(TEXT));

        assertThat(notes.find(chat, file.file())).isPresent();
        assertThat(blobs.files(chat.chat())).containsOnlyKeys(file.file());
    }

    @Test
    void whatWasNotEnteredLeavesNothing() throws IOException {
        notes.loseAnswer(false);

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> take(new ByteArrayInputStream(TEXT)));

        assertNothingIsLeft();
    }

    @Test
    void refusesWhatTheChatDoesNotTake() throws IOException {
        assertRefused(ErrorCode.FILE_EMPTY, new byte[0]);
        assertRefused(ErrorCode.FILE_TYPE_REFUSED, "<html><script>".getBytes(UTF_8));
        assertRefused(ErrorCode.TOO_LARGE, "x".repeat(MAX_SIZE + 1).getBytes(UTF_8));
        notes.end(chat.chat());
        assertRefused(ErrorCode.CHAT_ENDED, TEXT);
    }

    @Test
    void takesNoMoreThanTheMostFiles() throws IOException {
        FileView first = take(new ByteArrayInputStream(TEXT));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> take(new ByteArrayInputStream(TEXT)))
                .satisfies(
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CHAT_FILES_FULL));

        assertThat(blobs.files(chat.chat())).containsOnlyKeys(first.file());
    }

    @Test
    void stopsWhenTheChatEndsWhileTheFileComes() throws IOException {
        byte[] piece = "x".repeat(70_000).getBytes(UTF_8);
        InputStream body =
                new SequenceInputStream(
                        new ByteArrayInputStream(piece), new Doing(() -> streams.cut(chat.chat())));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> take(body))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CHAT_ENDED));

        assertNothingIsLeft();
    }

    @Test
    void leavesNothingWhenItsSenderIsGone() throws IOException {
        byte[] piece = "x".repeat(70_000).getBytes(UTF_8);
        InputStream body =
                new SequenceInputStream(
                        new ByteArrayInputStream(piece),
                        new Doing(() -> {
                            throw new IOException("gone");
                        }));

        assertThatExceptionOfType(SenderGoneException.class).isThrownBy(() -> take(body));

        assertNothingIsLeft();
    }

    @Test
    void refusesEarlyWhatTheChatOrTheAccountHasNoRoomFor() throws IOException {
        notes = new FakeFileNotes(100);
        var types = new FileTypes(new MagicDetector(), () -> EnumSet.allOf(FileType.class));
        var limits =
                TestLimits.of(
                        Map.of(
                                "lethe.limits.uploads-per-chat", "1000 in 1h",
                                "lethe.limits.uploads-per-account", "1500 in 1h"));
        upload =
                new FileUpload(
                        blobs,
                        TestBlobs.room(blobs, Long.MAX_VALUE),
                        notes,
                        types,
                        new Uploads(MAX_SIZE, 1, 1, 1),
                        limits);
        try (ChatAccess one = another(notes);
                ChatAccess two = another(notes)) {
            refuses(ErrorCode.TOO_LARGE, one, MAX_SIZE + 1);
            refuses(ErrorCode.CHAT_FILES_FULL, one, 1001);
            take(one, "x".repeat(900), 1000);
            refuses(ErrorCode.CHAT_FILES_FULL, one, 101);
            refuses(ErrorCode.ACCOUNT_FILES_FULL, two, 601);
            take(two, "x".repeat(500), 600);
        }
    }

    @Test
    void givesBackTheRoomOfWhatDidNotCome() throws IOException {
        for (int i = 0; i < 10; i++) {
            assertRefused(ErrorCode.FILE_TYPE_REFUSED, "<html><script>".getBytes(UTF_8));
        }
        assertThat(take(new ByteArrayInputStream(TEXT))).isNotNull();
    }

    @Test
    void takesNothingBeforeAnOperatorHasAccepted() throws IOException {
        notes.queue(chat.chat());

        refuses(ErrorCode.CHAT_NOT_ACCEPTED, chat, TEXT.length);
    }

    private void take(ChatAccess chat, String text, long announced) throws IOException {
        var body = new ByteArrayInputStream(text.getBytes(UTF_8));
        try (OpenStream stream =
                streams.begin(chat.chat(), StreamKind.UPLOAD, new ClientStream(() -> {}))) {
            assertThat(upload.take(chat, FileName.of("a.txt"), announced, body, stream).size())
                    .isEqualTo(text.length());
        }
    }

    private void assertRefused(ErrorCode code, byte[] content) throws IOException {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> take(new ByteArrayInputStream(content)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() throws IOException {
        assertThat(blobs.files(chat.chat())).isEmpty();
        assertThat(blobs.removeAbandonedDrafts()).isZero();
    }

    private FileView take(InputStream body) throws IOException {
        try (OpenStream stream =
                streams.begin(chat.chat(), StreamKind.UPLOAD, new ClientStream(() -> {}))) {
            return upload.take(chat, FileName.of("a.txt"), MAX_SIZE, body, stream);
        }
    }

    private void refuses(ErrorCode code, ChatAccess chat, long announced) throws IOException {
        try (OpenStream stream =
                streams.begin(chat.chat(), StreamKind.UPLOAD, new ClientStream(() -> {}))) {
            var unread =
                    new Doing(() -> {
                        throw new AssertionError("it is refused before its bytes come");
                    });
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() ->
                            upload.take(chat, FileName.of("a.txt"), announced, unread, stream))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
        }
    }

    private ChatAccess another(FakeFileNotes notes) {
        ChatAccess other = TestAccess.open();
        notes.open(other.chat());
        return other;
    }

    private record Uploads(long maxSize, long bytesPerSecond, int perChat, int atOnce)
            implements UploadSettings {}

    /** Does something when it is read, and has one byte. */
    private static final class Doing extends InputStream {

        private final Action action;
        private boolean read;

        Doing(Action action) {
            this.action = action;
        }

        @Override
        public int read() throws IOException {
            if (read) {
                return -1;
            }
            action.run();
            read = true;
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            int one = length == 0 ? 0 : read();
            if (one > 0) {
                bytes[start] = (byte) one;
                return 1;
            }
            return one;
        }

        interface Action {
            void run() throws IOException;
        }
    }
}
