package org.lethe.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.lethe.file.FileCalls.operator;
import static org.lethe.file.FileCalls.path;
import static org.lethe.file.FileCalls.picture;
import static org.lethe.file.FileCalls.upload;
import static org.lethe.file.FileCalls.with;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

/** Files go from one side of a chat to the other. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class FileRelayIT {

    @Inject OpenedChat chats;

    @Test
    void goesFromOneSideToTheOther() throws IOException {
        String anna = TestTokens.of("anna@acme.example");
        ChatId chat = chats.open(operator(anna));
        byte[] picture = picture(300_000);

        Response stored = upload(chat, chats.participant(chat), "Gr%C3%B6%C3%9Fe.png", picture);

        stored.then()
                .statusCode(201)
                .body("name", equalTo("Größe.png"))
                .body("mediaType", equalTo("image/png"))
                .body("size", equalTo(picture.length));
        String file = stored.path("file");
        assertThat(stored.header("Location"))
                .endsWith("/v1/chats/" + chat.value() + "/files/" + file);
        Response read = with(anna).get(path(chat, file));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(Arrays.equals(read.asByteArray(), picture)).isTrue();
        assertThat(read.header("Content-Type")).isEqualTo("image/png");
        assertThat(read.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"Gro_e.png\";"
                                + " filename*=UTF-8''Gr%C3%B6%C3%9Fe.png");
        assertThat(read.headers().getValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; sandbox; frame-ancestors 'none'");
        assertThat(read.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(read.headers().getValues("Cache-Control")).containsExactly("no-store");
        assertThat(read.header("Content-Length")).isEqualTo("300000");
    }

    @Test
    void liesSealedOnTheDisk() throws IOException {
        ChatId chat = chats.open();
        byte[] text = "the quick brown fox jumps over the lazy dog\n".repeat(2000).getBytes(UTF_8);

        upload(chat, chats.participant(chat), "fox.txt", text).then().statusCode(201);

        assertThat(chats.blobsOf(chat)).hasSize(1);
        Path blob = chats.blobsOf(chat).getFirst();
        String bytes = new String(Files.readAllBytes(blob), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("quick", "brown");
        assertThat(blob.toString()).doesNotContain("fox", "txt");
    }

    @Test
    void handsOutRanges() {
        ChatId chat = chats.open();
        String token = chats.participant(chat);
        byte[] picture = picture(3_000_000);
        String file = upload(chat, token, "a.png", picture).path("file");

        assertRange(chat, token, file, "bytes=0-9", picture, 0, 9);
        assertRange(chat, token, file, "bytes=1048570-1048585", picture, 1_048_570, 1_048_585);
        assertRange(chat, token, file, "bytes=2999990-", picture, 2_999_990, 2_999_999);
        assertRange(chat, token, file, "bytes=-5", picture, 2_999_995, 2_999_999);
        with(token)
                .header("Range", "bytes=3000000-")
                .get(path(chat, file))
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */3000000");
        with(token).header("Range", "bytes=0-1,4-5").get(path(chat, file)).then().statusCode(200);
    }

    @Test
    void ifRangeAsksForAPartOfTheSameFileOnly() {
        ChatId chat = chats.open();
        String token = chats.participant(chat);
        String file = upload(chat, token, "a.png", picture(1000)).path("file");

        with(token)
                .header("Range", "bytes=0-9")
                .header("If-Range", "\"" + file + "\"")
                .get(path(chat, file))
                .then()
                .statusCode(206);
        with(token)
                .header("Range", "bytes=0-9")
                .header("If-Range", "\"other\"")
                .get(path(chat, file))
                .then()
                .statusCode(200);
    }

    @Test
    void headTellsWithoutTheBytes() {
        ChatId chat = chats.open();
        String token = chats.participant(chat);
        String file = upload(chat, token, "a.png", picture(1000)).path("file");

        Response head = with(token).head(path(chat, file));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("1000");
        assertThat(head.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(head.asByteArray()).isEmpty();
    }

    private static void assertRange(
            ChatId chat, String token, String file, String range, byte[] all, int first, int last) {
        Response part = with(token).header("Range", range).get(path(chat, file));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.header("Content-Range"))
                .isEqualTo("bytes " + first + "-" + last + "/" + all.length);
        assertThat(Arrays.equals(part.asByteArray(), 0, last - first + 1, all, first, last + 1))
                .isTrue();
    }
}
