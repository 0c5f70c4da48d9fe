package org.lethe.gdpr.access.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Slots;
import org.lethe.gdpr.access.ExampleExport;
import org.lethe.gdpr.subject.Ids;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.runtime.blob.BlobPlace;
import org.lethe.runtime.problem.Refusal;

class ExportArchiveTest {

    /** Several segments of a sealed stream. */
    private static final int SIZE = 1_000_000;

    private final SecureRandom random = new SecureRandom();
    private final ChatId chat = Ids.chat();
    private final FileId file = FileId.mint(random);
    private final ScopeCipher cipher = ExampleExport.cipher(chat);
    private final ObjectNode held = ExampleExport.of(cipher, file);
    private final byte[] content = bytes();

    @TempDir private Path folder;

    @Test
    void hasTheFilesAndWhatIsToldOfThem() throws IOException {
        seal();

        Map<String, byte[]> entries = unpacked(archive(of(id -> Optional.of(cipher))));

        String path = "files/" + file.value() + "-canary.pdf";
        assertThat(entries.keySet()).containsExactly(path, "export.json", "export.html");
        assertThat(entries.get(path)).isEqualTo(content);
        assertThat(told(entries).path("state").asText()).isEqualTo("whole");
        assertThat(told(entries).path("path").asText()).isEqualTo(path);
        assertThat(new String(entries.get("export.html"), StandardCharsets.UTF_8)).contains(path);
    }

    @Test
    void tellsThatThereAreNoBytes() throws IOException {
        Map<String, byte[]> entries = unpacked(archive(of(id -> Optional.of(cipher))));

        assertThat(entries.keySet()).containsExactly("export.json", "export.html");
        assertThat(told(entries).path("state").asText()).isEqualTo("absent");
    }

    @Test
    void tellsThatItDoesNotReadThem() throws IOException {
        var without =
                new ExportArchive(
                        Optional.empty(),
                        id -> Optional.of(cipher),
                        ExportWords.in(ExportLanguage.EN));

        assertThat(told(unpacked(archive(without))).path("state").asText()).isEqualTo("not-read");
    }

    @Test
    void tellsWhatIsCutWhereItDoesNotOpen() throws IOException {
        Path sealed = seal();
        byte[] bytes = Files.readAllBytes(sealed);
        bytes[bytes.length / 2] ^= 1;
        Files.write(sealed, bytes);

        Map<String, byte[]> entries = unpacked(archive(of(id -> Optional.of(cipher))));

        byte[] part = entries.get("files/" + file.value() + "-canary.pdf");
        assertThat(part).isNotEmpty().hasSizeLessThan(SIZE);
        assertThat(content).startsWith(part);
        assertThat(told(entries).path("state").asText()).isEqualTo("cut");
    }

    @Test
    void breaksOffIfTheChatEndsOnTheWay() throws IOException {
        seal();
        var sent = new ByteArrayOutputStream();
        // The first bytes are out, and the signal of the end comes.
        OutputStream out =
                new OutputStream() {
                    @Override
                    public void write(int each) {
                        sent.write(each);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        sent.write(bytes, from, length);
                        if (sent.size() > SIZE / 4) {
                            cipher.forget(Compartment.CONTENT);
                        }
                    }
                };

        assertThatThrownBy(() -> of(id -> Optional.of(cipher)).write(held, out))
                .isInstanceOf(Refusal.class);

        Path part = Files.write(folder.resolve("part.zip"), sent.toByteArray());
        assertThatThrownBy(() -> new ZipFile(part.toFile()).close())
                .isInstanceOf(ZipException.class);
    }

    @Test
    void breaksOffIfTheChatHasEnded() {
        assertThatThrownBy(() -> archive(of(id -> Optional.empty()))).isInstanceOf(Refusal.class);
    }

    @Test
    void leavesWhatItIsWrittenToOpen() throws IOException {
        var isClosed = new boolean[1];
        OutputStream out =
                new ByteArrayOutputStream() {
                    @Override
                    public void close() {
                        isClosed[0] = true;
                    }
                };

        of(id -> Optional.of(cipher)).write(held, out);

        assertThat(isClosed[0]).isFalse();
    }

    private ExportArchive of(Function<ChatId, Optional<ScopeCipher>> ciphers) {
        return new ExportArchive(
                Optional.of(new SealedFiles(folder)), ciphers, ExportWords.in(ExportLanguage.EN));
    }

    private byte[] archive(ExportArchive archive) throws IOException {
        var out = new ByteArrayOutputStream();
        archive.write(held, out);
        return out.toByteArray();
    }

    private Path seal() throws IOException {
        Path path = BlobPlace.of(folder, chat, Ids.ACME, file);
        Files.createDirectories(path.getParent());
        try (OutputStream out = Files.newOutputStream(path);
                OutputStream sealing =
                        cipher.sealing(out, Slots.CHAT_FILE_BYTES.entry(file.value()))) {
            sealing.write(content);
        }
        return path;
    }

    private byte[] bytes() {
        var bytes = new byte[SIZE];
        random.nextBytes(bytes);
        return bytes;
    }

    private static JsonNode told(Map<String, byte[]> entries) throws IOException {
        JsonNode export = WireFormat.mapper().readTree(entries.get("export.json"));
        return export.path("chats").path(0).path("files").path(0).path("archive");
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
