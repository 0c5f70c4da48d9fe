package org.lethe.chat.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.chat.it.Site;
import org.lethe.chat.it.TestSocket;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class BoardsIT {

    @Inject Site site;
    @Inject Boards boards;

    @Test
    void keepsABoardForThoseWhoWatchWhenAnotherGoesTwice() {
        site.settings(Map.of());
        Board.Listener other = (board, view) -> true;
        try (TestSocket desk = TestSocket.desk(TestTokens.of("anna@acme.example"))) {
            desk.await("queue");
            boards.watch(Site.ACME, other);
            boards.unwatch(Site.ACME, other);
            boards.unwatch(Site.ACME, other);

            Site.Chat chat = site.visitor().chat("Vera", "Hi");

            desk.await("queue", it -> it.toString().contains(chat.id()));
            var ended = given().auth().oauth2(chat.token()).post("/v1/chats/" + chat.id() + "/end");
            assertThat(ended.statusCode()).isEqualTo(200);
        }
    }
}
