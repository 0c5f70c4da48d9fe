package org.lethe.chat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.chat.it.TestSocket.frame;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

/** Who leaves is gone, with the chat; who is there stays in it. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ShortVisits.class)
class LeavingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject Site site;
    @Inject Vault vault;
    @Inject RedisStore redis;

    private TestSocket desk;

    @BeforeEach
    void open() {
        site.settings(Map.of());
        desk = TestSocket.desk(TestTokens.of("anna@acme.example"));
        desk.await("queue");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void leavesTheQueueWhenTheVisitorHasLeft() {
        Site.Chat chat = site.visitor().chat("Vera Visitor", "Is it safe?");
        desk.await("queue", queue -> queue.toString().contains(chat.id()));

        awaitGone(chat);

        desk.await("queue", queue -> queue.path("gone").toString().contains(chat.id()));
        var stored = new StoredChat(vault, redis);
        stored.assertLetters(chat, "Is it safe?", 2);
        stored.assertNothingLeft(chat);
    }

    @Test
    void endsWhenTheVisitorHasLeftAndTellsTheDesk() {
        Site.Chat chat = site.visitor().chat("Vera", "Hi");
        try (TestSocket page = TestSocket.chat(chat.id(), chat.token(), 0)) {
            page.await("ready");
            accept(chat);
            page.cut();
        }
        desk.await("left", it -> isOf(it, chat) && it.has("since"));
        try (TestSocket again = TestSocket.chat(chat.id(), chat.token(), 0)) {
            again.await("ready");
            desk.await("left", it -> isOf(it, chat) && !it.has("since"));
        }

        var ended = desk.await("ended", it -> isOf(it, chat));

        assertThat(ended.path("reason").asText()).isEqualTo("left");
        try (TestSocket late = TestSocket.chat(chat.id(), chat.token(), 0)) {
            assertThat(late.await("ended").path("reason").asText()).isEqualTo("left");
        }
    }

    /** Presence may be away: what a page answers in the chat is enough. */
    @Test
    void goesOnWithoutAVisitWhileItsPageIsThere() {
        Site.Visitor visitor = site.visitor();
        Site.Chat chat = visitor.chat("Vera", "Hi");
        try (TestSocket page = TestSocket.chat(chat.id(), chat.token(), 0)) {
            page.await("ready");
            accept(chat);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> vault.lookup(visitor.visit()) instanceof Lookup.Destroyed);
            Awaitility.await()
                    .during(ShortVisits.LIFETIME.multipliedBy(2))
                    .atMost(PATIENCE)
                    .until(() -> isOpen(chat));
            page.cut();
        }
        awaitGone(chat);
    }

    private static boolean isOf(JsonNode frame, Site.Chat chat) {
        return frame.path("chat").asText().equals(chat.id());
    }

    private void accept(Site.Chat chat) {
        desk.await("queue", queue -> queue.toString().contains(chat.id()));
        desk.send(frame("accept").put("chat", chat.id()));
        desk.await("chats", chats -> chats.toString().contains(chat.id()));
    }

    private void awaitGone(Site.Chat chat) {
        Awaitility.await().atMost(PATIENCE).until(() -> !isOpen(chat));
    }

    private boolean isOpen(Site.Chat chat) {
        if (vault.lookup(ChatId.of(chat.id())) instanceof Lookup.Open(var cipher, var _)) {
            cipher.close();
            return true;
        }
        return false;
    }
}
