package org.lethe.chat.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.chat.it.TestSocket.frame;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class ConversationIT {

    @Inject Site site;
    @Inject Vault vault;
    @Inject RedisStore redis;

    @BeforeEach
    void settings() {
        site.settings(Map.of());
    }

    @Test
    void goesTheWholeWay() {
        try (TestSocket desk = desk("anna@acme.example")) {
            var visitor = site.visitor();
            Site.Chat chat = visitor.chat("Vera Visitor", "Where is my parcel?");
            try (TestSocket page = TestSocket.chat(chat.id(), chat.token(), 0)) {
                assertThat(page.await("ready").path("state").asText()).isEqualTo("queued");
                assertThat(page.await("state").path("position").asInt()).isEqualTo(1);
                JsonNode queued = desk.await("queue", has(chat)).path("chats").get(0);
                assertThat(queued.path("name").asText()).isEqualTo("Vera Visitor");
                assertThat(queued.path("question").asText()).isEqualTo("Where is my parcel?");
                assertThat(queued.path("address").asText()).isEqualTo(Site.ADDRESS);
                assertThat(queued.path("host").asText()).isEqualTo(Site.HOST);
                assertThat(queued.path("visit").asText()).isEqualTo(visitor.visit().value());

                desk.send(frame("accept").put("chat", chat.id()));
                desk.await("chats", has(chat));
                JsonNode active =
                        page.await("state", it -> it.path("state").asText().equals("active"));
                assertThat(active.path("operator").asText()).contains("Anna");

                say(page, "message-1", "Hello there");
                assertThat(page.await("sent").path("seq").asInt()).isEqualTo(1);
                JsonNode heard = desk.await("message");
                assertThat(heard.path("text").asText()).isEqualTo("Hello there");
                assertThat(heard.path("from").asText()).isEqualTo("visitor");
                assertThat(heard.path("name").asText()).isEqualTo("Vera Visitor");

                desk.send(
                        frame("send")
                                .put("chat", chat.id())
                                .put("id", "answer-1")
                                .put("text", "On its way"));
                assertThat(desk.await("sent").path("seq").asInt()).isEqualTo(2);
                JsonNode answer =
                        page.await("message", it -> it.path("from").asText().equals("operator"));
                assertThat(answer.path("text").asText()).isEqualTo("On its way");

                desk.send(frame("typing").put("chat", chat.id()).put("on", true));
                assertThat(page.await("typing").path("from").asText()).isEqualTo("operator");
                page.send(frame("read").put("seq", 2));
                assertThat(desk.await("read").path("seq").asInt()).isEqualTo(2);

                desk.send(frame("end").put("chat", chat.id()));
                JsonNode ended = page.await("ended");
                assertThat(ended.path("reason").asText()).isEqualTo("operator");
                assertThat(ended.path("destroyed").path("messages").asInt()).isEqualTo(3);
                assertThat(page.closeCode()).isEqualTo(1000);
                desk.await("ended", it -> it.path("chat").asText().equals(chat.id()));
                Awaitility.await()
                        .untilAsserted(
                                () -> assertThat(desk.last("chats").path("chats")).isEmpty());
                stored().assertLetters(chat, "On its way", 2);
                stored().assertNothingLeft(chat);
            }
            // A page that was cut off is still told how it ended.
            try (TestSocket late = TestSocket.chat(chat.id(), chat.token(), 2)) {
                assertThat(late.await("ended").path("destroyed").path("messages").asInt())
                        .as("with the question")
                        .isEqualTo(3);
            }
        }
    }

    @Test
    void addsAMessageOnceHoweverOftenItIsSent() {
        try (TestSocket desk = desk("anna@acme.example")) {
            Site.Chat chat = site.visitor().chat("Vera", "Hi");
            try (TestSocket page = TestSocket.chat(chat.id(), chat.token(), 0)) {
                page.await("ready");
                say(page, "the-same-id", "once");
                say(page, "the-same-id", "once");
                Awaitility.await().until(() -> page.all("sent").size() == 2);
                say(page, "another-id", "twice");
                page.await("message", it -> it.path("seq").asInt() == 2);

                assertThat(page.all("message")).hasSize(2);
                assertThat(page.all("sent").get(0)).isEqualTo(page.all("sent").get(1));
            }
            desk.await("queue", has(chat));
            end(chat);
        }
    }

    @Test
    void losesNothingAndShowsNothingTwiceAcrossCuts() {
        try (TestSocket desk = desk("anna@acme.example")) {
            Site.Chat chat = site.visitor().chat("Vera", "Hi");
            desk.await("queue", has(chat));
            desk.send(frame("accept").put("chat", chat.id()));
            desk.await("chats", has(chat));
            TestSocket first = TestSocket.chat(chat.id(), chat.token(), 0);
            first.await("ready");
            IntStream.rangeClosed(1, 5).forEach(i -> say(first, "visitor-" + i, "line " + i));
            first.await("message", it -> it.path("seq").asInt() == 5);
            first.cut();
            IntStream.rangeClosed(1, 5)
                    .forEach(i ->
                            desk.send(
                                    frame("send")
                                            .put("chat", chat.id())
                                            .put("id", "operator-" + i)
                                            .put("text", "reply " + i)));
            desk.await("message", it -> it.path("seq").asInt() == 10);
            try (TestSocket second = TestSocket.chat(chat.id(), chat.token(), 5)) {
                second.await("message", it -> it.path("seq").asInt() == 10);
                assertThat(seqs(second)).containsExactly(6, 7, 8, 9, 10);
            }
            try (TestSocket again = desk("anna@acme.example");
                    TestSocket resumed =
                            TestSocket.desk(TestTokens.of("anna@acme.example"), chat.id(), 7)) {
                again.await("message", it -> it.path("seq").asInt() == 10);
                assertThat(seqs(again)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
                resumed.await("message", it -> it.path("seq").asInt() == 10);
                assertThat(seqs(resumed)).containsExactly(8, 9, 10);
            }
            end(chat);
        }
    }

    @Test
    void handsOverFilesThatWereUploadedToTheChat() {
        try (TestSocket desk = desk("anna@acme.example")) {
            Site.Chat chat = site.visitor().chat("Vera", "Hi");
            String file = "f-" + "a".repeat(26);
            try (TestSocket page = TestSocket.chat(chat.id(), chat.token(), 0)) {
                page.await("ready");
                page.send(frame("send").put("id", "file-none").put("file", file));
                assertThat(page.await("error").path("code").asText()).isEqualTo("not-found");

                stored().upload(chat, file);
                page.send(frame("send").put("id", "file-here").put("file", file));
                JsonNode message = page.await("message").path("file");
                assertThat(message.path("name").asText()).isEqualTo("holiday.png");
                assertThat(message.path("size").asInt()).isEqualTo(1234);
                page.send(frame("end"));
                assertThat(page.await("ended").path("destroyed").path("files").asInt())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void givesTheSameChatToTheSameVisit() {
        try (TestSocket desk = desk("anna@acme.example")) {
            desk.await("ready");
            var visitor = site.visitor();
            Site.Chat first = visitor.chat("Vera", "Hi");
            assertThat(visitor.chat("Vera", "Hi").id()).isEqualTo(first.id());
            end(first);
            Site.Chat next = visitor.chat("Vera", "Hi again");
            assertThat(next.id()).isNotEqualTo(first.id());
            end(next);
        }
    }

    @Test
    void refusesWhatMustNotBeSent() {
        try (TestSocket desk = desk("anna@acme.example")) {
            Site.Chat chat = site.visitor().chat("Vera", "Hi");
            Site.Chat other = site.visitor().chat("Victor", "Ho");
            try (TestSocket page = TestSocket.chat(chat.id(), chat.token(), 0);
                    TestSocket stranger = TestSocket.chat(chat.id(), other.token(), 0);
                    TestSocket nobody = TestSocket.chat(chat.id(), "e30.e30.e30", 0);
                    TestSocket operator =
                            TestSocket.chat(chat.id(), TestTokens.of("anna@acme.example"), 0)) {
                assertThat(stranger.closeCode()).isEqualTo(4404);
                assertThat(nobody.closeCode()).isEqualTo(4402);
                assertThat(operator.closeCode()).isEqualTo(4404);
                page.await("ready");
                page.send(frame("send").put("id", "empty-message"));
                assertThat(page.await("error").path("id").asText()).isEqualTo("empty-message");
                say(page, "long-message", "x".repeat(4_001));
                page.await("error", it -> it.path("code").asText().equals("too-large"));
                page.assertOpen();
            }
            desk.send(frame("send").put("chat", chat.id()).put("id", "not-mine").put("text", "x"));
            assertThat(desk.await("error").path("code").asText()).isEqualTo("not-found");
            end(chat);
            end(other);
        }
    }

    @Test
    void makesNoLetterWhenTranscriptsAreOff() {
        site.settings(
                Map.of(
                        "transcripts",
                        Map.of(
                                "enabled", false,
                                "recipients", List.of("one@acme.example"),
                                "copyToVisitor", true)));
        try (TestSocket desk = desk("anna@acme.example")) {
            desk.await("ready");
            Site.Chat chat = site.visitor().chat("Vera", "Hi");
            end(chat);
            assertThat(vault.lookup(LetterId.of(ChatId.of(chat.id()), 0)))
                    .isInstanceOf(Lookup.Destroyed.class);
            stored().assertNothingLeft(chat);
        }
    }

    @Test
    void keepsNoAddressWhenTheAccountRemovesIt() {
        site.settings(Map.of("removeAddress", true));
        try (TestSocket desk = desk("anna@acme.example")) {
            Site.Chat chat = site.visitor().chat("Vera", "Hi");
            JsonNode queued = desk.await("queue", has(chat)).path("chats").get(0);
            assertThat(queued.has("address")).isFalse();
            assertThat(queued.has("host")).isFalse();
            assertThat(vault.slots().get(ChatId.of(chat.id()), Slots.CHAT_ADDRESS)).isEmpty();
            end(chat);
            assertThat(
                            vault.slots()
                                    .get(
                                            LetterId.of(ChatId.of(chat.id()), 0),
                                            Slots.LETTER_ADDRESS))
                    .isEmpty();
        }
    }

    private TestSocket desk(String user) {
        TestSocket desk = TestSocket.desk(TestTokens.of(user));
        desk.await("queue");
        return desk;
    }

    private static void say(TestSocket page, String id, String text) {
        page.send(frame("send").put("id", id).put("text", text));
    }

    private static void end(Site.Chat chat) {
        given().auth()
                .oauth2(chat.token())
                .post("/v1/chats/" + chat.id() + "/end")
                .then()
                .statusCode(200);
    }

    private static List<Integer> seqs(TestSocket socket) {
        return socket.all("message").stream().map(it -> it.path("seq").asInt()).toList();
    }

    private static Predicate<JsonNode> has(Site.Chat chat) {
        return frame ->
                StreamSupport.stream(frame.path("chats").spliterator(), false)
                        .anyMatch(it -> it.path("chat").asText().equals(chat.id()));
    }

    private StoredChat stored() {
        return new StoredChat(vault, redis);
    }
}
