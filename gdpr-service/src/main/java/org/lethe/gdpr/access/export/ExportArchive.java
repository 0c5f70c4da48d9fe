package org.lethe.gdpr.access.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.InvalidIdException;
import org.lethe.gdpr.access.ArchivedState;
import org.lethe.privacy.seal.CompartmentDestroyedException;
import org.lethe.privacy.seal.DamagedContentException;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.runtime.problem.Refusal;

/**
 * What is held as a ZIP file: the bytes of files first, then the export, which says what became of
 * each, as JSON and as a page.
 *
 * <p>Nothing is written to a disk, and of a file no more than a piece is in memory. If a chat ends
 * on the way, the archive breaks off and does not open: nobody shall take a part for the whole.
 *
 * @param ciphers of chats; empty for one that is not open any more
 */
record ExportArchive(
        Optional<SealedFiles> files,
        Function<ChatId, Optional<ScopeCipher>> ciphers,
        ExportWords words) {

    static final String JSON = "export.json";
    static final String PAGE = "export.html";

    /**
     * Writes it, and leaves the stream open.
     *
     * @throws Refusal if a chat ended on the way
     */
    void write(ObjectNode held, OutputStream out) throws IOException {
        var zip = new ExportZip(out, Instant.parse(held.path("at").asText()));
        try {
            var account = new AccountId(held.path("account").asText());
            for (JsonNode chat : held.path("chats")) {
                addFiles(zip, account, chat);
            }
            addClear(
                    zip,
                    JSON,
                    WireFormat.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(held));
            addClear(zip, PAGE, ExportPage.of(held, words).getBytes(StandardCharsets.UTF_8));
            zip.finish();
        } catch (CompartmentDestroyedException _) {
            throw new Refusal(ErrorCode.CHAT_ENDED);
        } finally {
            zip.release();
        }
    }

    private static void addClear(ExportZip zip, String path, byte[] clear) throws IOException {
        try {
            zip.add(path, clear);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private void addFiles(ExportZip zip, AccountId account, JsonNode chat) throws IOException {
        if (chat.path("files").isEmpty()) {
            return;
        }
        if (files.isEmpty()) {
            chat.path("files").forEach(file -> tell(file, ArchivedState.NOT_READ, null));
            return;
        }
        ChatId id = ChatId.of(chat.path("chat").asText());
        ScopeCipher cipher = ciphers.apply(id).orElseThrow(() -> new Refusal(ErrorCode.CHAT_ENDED));
        try (cipher) {
            for (JsonNode file : chat.path("files")) {
                addFile(zip, new Chat(id, account, cipher, files.get()), file);
            }
        }
    }

    private static void addFile(ExportZip zip, Chat chat, JsonNode file) throws IOException {
        Optional<FileId> id = id(file.path("file").asText());
        Optional<SeekableByteChannel> content =
                id.isPresent() ? chat.open(id.get()) : Optional.empty();
        if (id.isEmpty() || content.isEmpty()) {
            tell(file, ArchivedState.ABSENT, null);
            return;
        }
        String path = ArchiveName.of(id.get(), file.path("content").path("name").asText());
        try (SeekableByteChannel clear = content.get()) {
            boolean isWhole = zip.add(path, clear);
            tell(file, isWhole ? ArchivedState.WHOLE : ArchivedState.CUT, path);
        }
    }

    private static Optional<FileId> id(String value) {
        try {
            return Optional.of(FileId.of(value));
        } catch (InvalidIdException _) {
            return Optional.empty();
        }
    }

    private static void tell(JsonNode file, ArchivedState state, @Nullable String path) {
        if (file instanceof ObjectNode node) {
            ObjectNode archive = node.putObject("archive").put("state", state.code());
            if (path != null) {
                archive.put("path", path);
            }
        }
    }

    /** A chat whose files are read. */
    private record Chat(ChatId id, AccountId account, ScopeCipher cipher, SealedFiles files) {

        /** Empty if there are no bytes, or what there is does not open. */
        Optional<SeekableByteChannel> open(FileId file) throws IOException {
            try {
                return files.open(cipher, id, account, file);
            } catch (DamagedContentException _) {
                return Optional.empty();
            }
        }
    }
}
