package org.lethe.chat.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.redis.RedisDialogue;

/** What was lost with its store is never taken for destroyed, and nobody is told to wait for it. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class LostStoreIT {

    /** Boards are compared with the store every ten seconds. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final int CLOSE_CODE = ErrorCode.SCOPE_LOST.closeCode();

    @Inject Site site;
    @Inject TokenIssuer tokens;

    @BeforeEach
    void settings() {
        site.settings(Map.of());
    }

    @Test
    void tellsBothSidesThatTheirChatWasLost() throws IOException {
        try (TestSocket desk = TestSocket.desk(TestTokens.of("anna@acme.example"))) {
            desk.await("queue");
            Site.Chat chat = site.visitor().chat("Vera", "Hi");
            try (TestSocket page = TestSocket.chat(chat.id(), chat.token(), 0)) {
                page.await("ready");
                desk.send(TestSocket.frame("accept").put("chat", chat.id()));
                page.await("state", it -> it.path("state").asText().equals("active"));
                awaitSeat(desk, chat.id());

                loseTheStore();

                assertThat(page.await("error").path("code").asText()).isEqualTo("scope-lost");
                assertThat(page.closeCode()).isEqualTo(CLOSE_CODE);
                assertThat(page.all("ended")).isEmpty();
                desk.await(
                        "error",
                        it ->
                                it.path("code").asText().equals("scope-lost")
                                        && it.path("chat").asText().equals(chat.id()));
                assertThat(desk.all("ended")).isEmpty();
                desk.assertOpen();
            }
            try (TestSocket again = TestSocket.chat(chat.id(), chat.token(), 0)) {
                assertThat(again.closeCode()).isEqualTo(CLOSE_CODE);
            }
        }
    }

    @Test
    void tellsTheConsoleHowManyChatsWaitedThatWereLost() throws IOException {
        try (TestSocket desk = TestSocket.desk(TestTokens.of("anna@acme.example"))) {
            desk.await("queue");
            desk.await("losses");
            int before = waited(desk);
            // Nobody is connected with the first.
            Site.Chat waits = site.visitor().chat("Vera", "Hi");
            Site.Chat connected = site.visitor().chat("Vito", "Hi");
            desk.await("queue", it -> it.toString().contains(waits.id()));
            try (TestSocket page = TestSocket.chat(connected.id(), connected.token(), 0)) {
                page.await("ready");

                loseTheStore();

                Awaitility.await().atMost(SOON).until(() -> waited(desk) == before + 2);
                assertThat(page.await("error").path("code").asText()).isEqualTo("scope-lost");
            }
            desk.await("queue", it -> it.path("gone").toString().contains(waits.id()));
        }
        // It is not in the store that was lost: who comes later hears it, too.
        try (TestSocket later = TestSocket.desk(TestTokens.of("anna@acme.example"))) {
            later.await("losses");
            assertThat(waited(later)).isGreaterThanOrEqualTo(2);
        }
    }

    private static int waited(TestSocket desk) {
        return desk.last("losses").path("chats").path("waited").asInt();
    }

    @Test
    void tellsWhoComesBackToAChatOfAnEarlierStore() {
        var random = new SecureRandom();
        ChatId chat = ChatId.mint("0000", random);
        String token =
                tokens.participantToken(Site.ACME, chat, VisitId.mint("0000", random)).value();

        try (TestSocket page = TestSocket.chat(chat.value(), token, 0)) {
            assertThat(page.closeCode()).isEqualTo(CLOSE_CODE);
        }
    }

    /** The chat is listed a moment before the console has its seat in it. */
    private static void awaitSeat(TestSocket desk, String chat) {
        Awaitility.await()
                .until(() -> {
                    desk.send(
                            TestSocket.frame("send")
                                    .put("chat", chat)
                                    .put("id", "from-the-desk-1")
                                    .put("text", "Hello"));
                    return !desk.all("sent").isEmpty();
                });
    }

    private static void loseTheStore() throws IOException {
        StackState.Redis redis = LetheInfrastructure.state().redis();
        assertThat(
                        RedisDialogue.ask(
                                redis.uri(),
                                redis.admin().name(),
                                redis.admin().password(),
                                "FLUSHALL SYNC"))
                .containsExactly("+OK");
    }
}
