package org.lethe.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.lethe.file.FileCalls.path;
import static org.lethe.file.FileCalls.picture;
import static org.lethe.file.FileCalls.upload;
import static org.lethe.file.FileCalls.with;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.runtime.fixture.EveryOperation;
import org.lethe.stack.fixture.LetheInfrastructure;

/** Every operation answers as the document says. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class AnswersIT extends EveryOperation {

    @Inject OpenedChat chats;

    @Test
    void ofFilesThatComeIn() {
        ChatId chat = chats.open();
        String token = chats.participant(chat);
        upload(chat, token, "a.png", picture(1000)).then().statusCode(201);
        upload(chat, token, "%", picture(1000)).then().statusCode(400);
        upload(chats.unknown(), token, "a.png", picture(1000)).then().statusCode(404);
        upload(chat, token, "a.png", "<html></html>".getBytes(UTF_8)).then().statusCode(415);
        chats.setState(chat, "ending");
        upload(chat, token, "a.png", picture(1000)).then().statusCode(410);
    }

    @Test
    void ofFilesThatGoOut() {
        ChatId chat = chats.open();
        String token = chats.participant(chat);
        Response stored = upload(chat, token, "a.txt", "some words".getBytes(UTF_8));
        String file = path(chat, stored.path("file"));

        with(token).head(file).then().statusCode(200);
        with(token).get(file).then().statusCode(200);
        with(token).header("Range", "bytes=0-3").get(file).then().statusCode(206);
        with(token).header("Range", "bytes=99-").get(file).then().statusCode(416);
        String other = chats.participant(chats.open());
        with(other).head(file).then().statusCode(404);
        with(other).get(file).then().statusCode(404);
    }
}
