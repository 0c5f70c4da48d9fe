package org.lethe.chat.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.chat.it.TestSocket.frame;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class DeskIT {
    @Inject Site site;

    @BeforeEach
    void settings() {
        site.settings(Map.of());
        site.awaitNobodyOnline();
    }

    @Test
    void isOnlineWhileAnOperatorIsThere() {
        assertOnline(false);
        assertThat(site.visitor().ask("Vera", "Hi").jsonPath().getString("code"))
                .isIn("nobody-online", "admission-closed");
        try (TestSocket desk = TestSocket.desk(TestTokens.of("anna@acme.example"))) {
            desk.await("queue");
            assertOnline(true);
            desk.send(frame("status").put("away", true));
            awaitOnline(false);
            desk.send(frame("status").put("away", false));
            awaitOnline(true);
        }
        awaitOnline(false);
    }

    @Test
    void givesAChatToTheFirstWhoAcceptsIt() {
        try (TestSocket anna = TestSocket.desk(TestTokens.of("anna@acme.example"));
                TestSocket adam = TestSocket.desk(TestTokens.of("adam@acme.example"))) {
            anna.await("queue");
            adam.await("queue");
            Site.Chat chat = site.visitor().chat("Vera", "Hi");
            anna.await("queue", it -> it.path("chats").size() == 1);
            adam.await("queue", it -> it.path("chats").size() == 1);

            List<TestSocket> both = List.of(anna, adam);
            both.parallelStream()
                    .forEach(desk -> desk.send(frame("accept").put("chat", chat.id())));
            Awaitility.await().until(() -> owners(both) == 1 && refused(both) == 1);
            both.forEach(desk ->
                    desk.await("queue", it -> it.path("gone").toString().contains(chat.id())));

            TestSocket loser = anna.all("error").isEmpty() ? adam : anna;
            loser.send(frame("send").put("chat", chat.id()).put("id", "not-mine").put("text", "x"));
            loser.await("error", it -> it.path("code").asText().equals("not-found"));
            given().auth().oauth2(chat.token()).post("/v1/chats/" + chat.id() + "/end");
        }
    }

    @Test
    void tellsAStrangerNothing() {
        try (TestSocket anna = TestSocket.desk(TestTokens.of("anna@acme.example"));
                TestSocket otto = TestSocket.desk(TestTokens.of("otto@globex.example"))) {
            anna.await("queue");
            otto.await("queue");
            Site.Chat chat = site.visitor().chat("Vera", "Hi");
            anna.await("queue", it -> it.path("chats").size() == 1);

            otto.send(frame("accept").put("chat", chat.id()));
            assertThat(otto.await("error").path("code").asText()).isEqualTo("not-found");
            assertThat(otto.last("queue").path("chats")).isEmpty();
            given().auth()
                    .oauth2(TestTokens.of("otto@globex.example"))
                    .post("/v1/chats/" + chat.id() + "/end")
                    .then()
                    .statusCode(404);
            given().auth().oauth2(chat.token()).post("/v1/chats/" + chat.id() + "/end");
        }
    }

    @Test
    void admitsOperatorsOnly() {
        try (TestSocket petra = TestSocket.desk(TestTokens.of("petra@acme.example"));
                TestSocket visitor = TestSocket.desk(site.visitor().token());
                TestSocket staff = TestSocket.desk(TestTokens.ofStaff())) {
            assertThat(petra.closeCode()).isEqualTo(4404);
            assertThat(visitor.closeCode()).isEqualTo(4404);
            assertThat(staff.closeCode()).isEqualTo(4404);
        }
    }

    private static long owners(List<TestSocket> desks) {
        return desks.stream().filter(desk -> desk.last("chats").path("chats").size() == 1).count();
    }

    private static long refused(List<TestSocket> desks) {
        return desks.stream()
                .flatMap(desk ->
                        Stream.ofNullable(desk.all("error").stream().findFirst().orElse(null)))
                .filter(error -> error.path("code").asText().equals("conflict"))
                .count();
    }

    private static void awaitOnline(boolean online) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertOnline(online));
    }

    private static void assertOnline(boolean online) {
        assertThat(
                        given().get("/v1/desk/status?account=acme")
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getBoolean("online"))
                .isEqualTo(online);
    }
}
