package org.lethe.file;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.lethe.file.FileCalls.operator;
import static org.lethe.file.FileCalls.path;
import static org.lethe.file.FileCalls.picture;
import static org.lethe.file.FileCalls.upload;
import static org.lethe.file.FileCalls.with;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

/** Who is not in a chat gets nothing of its files, and not everything gets in. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class FileRefusalIT {

    @Inject OpenedChat chats;

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
                .statusCode(422)
                .body("code", is("file-empty"));
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
}
