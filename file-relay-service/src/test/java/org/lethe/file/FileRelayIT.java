package org.lethe.file;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

/** Files go from one side of a chat to the other, and to nobody else. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class FileRelayIT {

    private static final String PNG = "89504e470d0a1a0a0000000d49484452";

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

    @Test
    void aThirdPersonGetsNothing() {
        String anna = TestTokens.of("anna@acme.example");
        ChatId chat = chats.open(operator(anna));
        ChatId other = chats.open();
        String file = upload(chat, chats.participant(chat), "a.png", picture(1000)).path("file");

        assertNothingHere(chat, file, chats.participant(other));
        assertNothingHere(chat, file, chats.participantOf(AccountId.of("globex"), chat));
        assertNothingHere(chat, file, chats.visitor());
        assertNothingHere(chat, file, TestTokens.of("otto@globex.example"));
        assertNothingHere(chat, file, TestTokens.of("adam@acme.example"));
        assertNothingHere(chat, file, TestTokens.of("petra@acme.example"));
        assertNothingHere(chat, file, TestTokens.ofStaff());
        // A file of another chat that the caller is in.
        assertNoFile(other, file, chats.participant(other));
        // And what was never there looks the same.
        assertNothingHere(chats.unknown(), file, anna);
        assertThat(chats.blobsOf(chat)).hasSize(1);
    }

    @Test
    void nobodyGetsInWithoutAValidToken() {
        ChatId chat = chats.open();

        given().get(path(chat, "f-abcdefghijklmnopqrstuvwxyz"))
                .then()
                .statusCode(401)
                .body("code", is("token-missing"));
        with("not.a.token")
                .get(path(chat, "f-abcdefghijklmnopqrstuvwxyz"))
                .then()
                .statusCode(401)
                .body("code", is("token-invalid"));
        given().contentType("image/png")
                .header("Lethe-File-Name", "a.png")
                .body(picture(1000))
                .post(path(chat))
                .then()
                .statusCode(401)
                .body("code", is("token-missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "f-", "f-ABCDEFGHIJKLMNOPQRSTUVWXYZ", "..%2f..%2fkek.json"})
    void whatIsNoFileIdIsNotFound(String file) {
        ChatId chat = chats.open();

        with(chats.participant(chat))
                .urlEncodingEnabled(false)
                .get(path(chat, file))
                .then()
                .statusCode(404);
    }

    @Test
    void refusesTypesThatWouldRunAndTrustsNoDeclaration() {
        ChatId chat = chats.open();
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(UTF_8);

        upload(chat, chats.participant(chat), "a.png", page)
                .then()
                .statusCode(415)
                .body("code", is("file-type-refused"));

        assertThat(chats.blobsOf(chat)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%ff"})
    void refusesANameThatIsNone(String name) {
        ChatId chat = chats.open();

        upload(chat, chats.participant(chat), name, picture(1000))
                .then()
                .statusCode(400)
                .body("code", is("malformed"));
    }

    @Test
    void refusesAnEmptyFile() {
        ChatId chat = chats.open();

        upload(chat, chats.participant(chat), "a.txt", new byte[0])
                .then()
                .statusCode(400)
                .body("code", is("malformed"));
    }

    @Test
    void takesNothingIntoAChatThatEnds() {
        ChatId ending = chats.open();
        chats.setState(ending, "ending");
        ChatId erasing = chats.open();
        chats.markErasing(erasing);

        for (ChatId chat : new ChatId[] {ending, erasing}) {
            upload(chat, chats.participant(chat), "a.png", picture(1000))
                    .then()
                    .statusCode(410)
                    .body("code", is("chat-ended"));
            assertThat(chats.blobsOf(chat)).isEmpty();
        }
    }

    private void assertNothingHere(ChatId chat, String file, String token) {
        assertNoFile(chat, file, token);
        upload(chat, token, "intruder.png", picture(100))
                .then()
                .statusCode(404)
                .body("code", is("not-found"));
    }

    private void assertNoFile(ChatId chat, String file, String token) {
        with(token).get(path(chat, file)).then().statusCode(404).body("code", is("not-found"));
        with(token).head(path(chat, file)).then().statusCode(404);
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

    private static Response upload(ChatId chat, String token, String name, byte[] bytes) {
        return with(token)
                .contentType("application/octet-stream")
                .header("Lethe-File-Name", name)
                .body(bytes)
                .post(path(chat));
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static String path(ChatId chat) {
        return "/v1/chats/" + chat.value() + "/files";
    }

    private static String path(ChatId chat, String file) {
        return path(chat) + "/" + file;
    }

    private static OperatorId operator(String token) {
        String claims = claims(token);
        int at = claims.indexOf("\"sub\":\"") + 7;
        return OperatorId.of(claims.substring(at, claims.indexOf('"', at)));
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8);
    }

    private static byte[] picture(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        byte[] head = HexFormat.of().parseHex(PNG);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }
}
