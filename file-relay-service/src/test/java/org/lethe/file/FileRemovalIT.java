package org.lethe.file;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.ErasureEvent.ErasureAcknowledged;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.FileEvent.FileStored;
import org.lethe.contracts.event.FileEvent.FilesDestroyed;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.Shard;
import org.lethe.contracts.topic.Topic;
import org.lethe.file.access.OpenStreams;
import org.lethe.file.access.StreamKind;
import org.lethe.file.blob.BlobSettings;
import org.lethe.runtime.event.EventSender;
import org.lethe.stack.fixture.EventTopic;
import org.lethe.stack.fixture.LetheInfrastructure;

/** Whatever ends a chat or a connection, nothing of a file stays behind. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ShortSweep.class)
class FileRemovalIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    @Inject OpenedChat chats;
    @Inject OpenStreams streams;
    @Inject EventSender events;
    @Inject BlobSettings blobs;
    @TestHTTPResource URI server;

    @Test
    void theEndOfTheChatIsTheEndOfItsFiles() {
        ChatId chat = chats.open();
        String token = chats.participant(chat);
        String file = stored(chat, token, 1_000);
        stored(chat, token, 2_000);
        assertThat(chats.blobsOf(chat)).hasSize(2);

        chats.destroy(chat, DestroyReason.ENDED);

        chats.awaitNothingOf(chat);
        given().header("Authorization", "Bearer " + token)
                .get(path(chat) + "/" + file)
                .then()
                .statusCode(410);
        assertThat(EventTopic.about(Topic.FILES, chat.value(), FileStored.class))
                .anyMatch(event -> event.bytes() == 1_000);
        assertThat(EventTopic.about(Topic.FILES, chat.value(), FilesDestroyed.class))
                .singleElement()
                .matches(event -> event.files() == 2 && event.bytes() > 3_000);
    }

    @Test
    void anErasureIsAnsweredWithItsCounts() {
        ChatId chat = chats.open();
        stored(chat, chats.participant(chat), 1_000);
        ErasureId erasure = chats.erasure();
        chats.destroy(chat, DestroyReason.ERASED);

        events.send(new ErasureRequested(erasure, OpenedChat.ACME, List.of(chat)));

        assertThat(EventTopic.about(Topic.ERASURES, erasure.value(), ErasureAcknowledged.class))
                .singleElement()
                .matches(answer -> answer.service() == ServiceName.FILE_RELAY_SERVICE)
                .extracting(ErasureAcknowledged::removed)
                .matches(removed -> removed.equals(counts(1, removed)));
        chats.awaitNothingOf(chat);
    }

    @Test
    void anUploadThatItsSenderCutsLeavesNothing() throws IOException {
        ChatId chat = chats.open();
        try (RawRequest upload = upload(chat, 1_000_000)) {
            upload.send(picture(400_000));
            await().atMost(SOON).until(() -> chats.blobsOf(chat).size() == 1);
        }

        chats.awaitNothingOf(chat);
        await().atMost(SOON).until(() -> streams.count(chat, StreamKind.UPLOAD) == 0);
    }

    @Test
    void anUploadIsCutWhenItsChatEnds() throws IOException {
        ChatId chat = chats.open();
        try (RawRequest upload = upload(chat, 1_000_000)) {
            upload.send(picture(400_000));
            await().atMost(SOON).until(() -> chats.blobsOf(chat).size() == 1);

            chats.destroy(chat, DestroyReason.ENDED);

            upload.drain();
            await().atMost(SOON).until(() -> streams.count(chat, StreamKind.UPLOAD) == 0);
        }
        chats.awaitNothingOf(chat);
    }

    @Test
    void aDownloadIsCutWhenItsChatEnds() throws IOException {
        ChatId chat = chats.open();
        String token = chats.participant(chat);
        int size = 20_000_000;
        String file = stored(chat, token, size);
        try (RawRequest download = RawRequest.to(server)) {
            download.head("GET", path(chat) + "/" + file, token);
            assertThat(download.read(100_000)).hasSize(100_000);
            await().atMost(SOON).until(() -> streams.count(chat, StreamKind.DOWNLOAD) == 1);

            chats.destroy(chat, DestroyReason.ENDED);

            await().atMost(SOON).until(() -> streams.count(chat, StreamKind.DOWNLOAD) == 0);
            assertThat(download.drain()).isLessThan(size - 100_000);
        }
        chats.awaitNothingOf(chat);
    }

    @Test
    void aDownloadThatItsReaderCutsIsLetGo() throws IOException {
        ChatId chat = chats.open();
        String token = chats.participant(chat);
        String file = stored(chat, token, 20_000_000);
        try (RawRequest download = RawRequest.to(server)) {
            download.head("GET", path(chat) + "/" + file, token);
            assertThat(download.read(1_000)).hasSize(1_000);
        }

        await().atMost(SOON).until(() -> streams.count(chat, StreamKind.DOWNLOAD) == 0);
    }

    @Test
    void downloadsAreLimitedAndLeaveRoomForUploads() throws IOException {
        ChatId chat = chats.open();
        String token = chats.participant(chat);
        String file = stored(chat, token, 20_000_000);
        try (RawRequest one = RawRequest.to(server);
                RawRequest two = RawRequest.to(server)) {
            for (RawRequest download : List.of(one, two)) {
                download.head("GET", path(chat) + "/" + file, token);
                assertThat(new String(download.read(12), US_ASCII)).isEqualTo("HTTP/1.1 200");
            }

            given().header("Authorization", "Bearer " + token)
                    .get(path(chat) + "/" + file)
                    .then()
                    .statusCode(429);
            stored(chat, token, 1_000);
        }

        await().atMost(SOON).until(() -> streams.count(chat, StreamKind.DOWNLOAD) == 0);
        given().header("Authorization", "Bearer " + token)
                .header("Range", "bytes=0-99")
                .get(path(chat) + "/" + file)
                .then()
                .statusCode(206);
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
        ChatId chat = chats.open();
        try (RawRequest upload = upload(chat, 30_000_000)) {
            assertThat(new String(upload.read(12), US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
        assertThat(chats.blobsOf(chat)).isEmpty();
    }

    @Test
    void whatTurnsOutTooLargeLeavesNothing() throws IOException {
        ChatId chat = chats.open();
        try (RawRequest upload = RawRequest.to(server)) {
            upload.head(
                    "POST",
                    path(chat),
                    chats.participant(chat),
                    "Lethe-File-Name: a.png",
                    "Content-Type: image/png",
                    "Transfer-Encoding: chunked");
            sendChunks(upload, 27);
            assertThat(new String(upload.read(12), US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
        chats.awaitNothingOf(chat);
    }

    @Test
    void sweepsFilesWhoseChatIsGoneUnheard() throws IOException {
        ChatId gone = chats.unknown();
        Path folder =
                Files.createDirectories(
                        blobs.directory()
                                .resolve(Shard.digits(gone.shard()))
                                .resolve(gone.value()));
        Files.write(folder.resolve("f-abcdefghijklmnopqrstuvwxyz.acme"), new byte[100]);

        chats.awaitNothingOf(gone);
        assertThat(EventTopic.about(Topic.FILES, gone.value(), FilesDestroyed.class))
                .containsExactly(new FilesDestroyed(gone, OpenedChat.ACME, 1, 100));
    }

    @Test
    void sweepsFilesOfALostStoreOnceItIsSure() throws IOException {
        ChatId ofOtherStore = ChatId.of("c07-zzzz-abcdefghijklmnopqrstuvwxyz");
        Path folder =
                Files.createDirectories(
                        blobs.directory().resolve("07").resolve(ofOtherStore.value()));
        Files.write(folder.resolve("f-abcdefghijklmnopqrstuvwxyz.acme"), new byte[100]);

        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(6))
                .until(() -> chats.blobsOf(ofOtherStore).size() == 1);
        chats.awaitNothingOf(ofOtherStore);
    }

    private static Map<RemainsKind, Integer> counts(int files, Map<RemainsKind, Integer> removed) {
        Integer bytes = removed.getOrDefault(RemainsKind.BYTES, 0);
        assertThat(bytes).isGreaterThan(1_000);
        return Map.of(RemainsKind.FILES, files, RemainsKind.BYTES, bytes);
    }

    private RawRequest upload(ChatId chat, int length) throws IOException {
        return RawRequest.to(server)
                .head(
                        "POST",
                        path(chat),
                        chats.participant(chat),
                        "Lethe-File-Name: a.png",
                        "Content-Type: image/png",
                        "Content-Length: " + length);
    }

    private static void sendChunks(RawRequest upload, int count) {
        byte[] megabyte = picture(1 << 20);
        try {
            for (int i = 0; i < count; i++) {
                upload.send("100000\r\n".getBytes(US_ASCII));
                upload.send(megabyte).send("\r\n".getBytes(US_ASCII));
            }
        } catch (IOException e) {
            // The server has heard enough.
        }
    }

    /** By the JDK's client: REST Assured takes a second for each megabyte. */
    private String stored(ChatId chat, String token, int size) {
        HttpRequest upload =
                HttpRequest.newBuilder(server.resolve(path(chat)))
                        .header("Authorization", "Bearer " + token)
                        .header("Lethe-File-Name", "a.png")
                        .header("Content-Type", "image/png")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(picture(size)))
                        .build();
        HttpResponse<String> answer =
                HTTP.sendAsync(upload, HttpResponse.BodyHandlers.ofString()).join();
        assertThat(answer.statusCode()).isEqualTo(201);
        return JsonPath.from(answer.body()).getString("file");
    }

    private static String path(ChatId chat) {
        return "/v1/chats/" + chat.value() + "/files";
    }

    private static byte[] picture(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        System.arraycopy(PNG, 0, bytes, 0, PNG.length);
        return bytes;
    }
}
