package org.lethe.chat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lethe.chat.it.TestSocket.frame;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lethe.chat.conversation.ChatChannels;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.ConversationSettings;
import org.lethe.chat.it.Site;
import org.lethe.chat.it.TestSocket;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatServerFrame;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.DestroyedView;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.limit.Limits;
import org.lethe.runtime.problem.Refusal;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

/** The same chat on two replicas. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class TwoReplicasIT {
    @Inject Site site;
    @Inject ChatStore store;
    @Inject ChatChannels channels;
    @Inject Vault vault;
    @Inject Clock clock;
    @Inject ConversationSettings settings;
    @Inject Lifetimes lifetimes;
    @Inject Limits limits;

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void handOnToEachOtherAndForgetTogether() {
        site.settings(Map.of());
        try (TestSocket desk = TestSocket.desk(TestTokens.of("anna@acme.example"))) {
            desk.await("queue");
            Site.Chat chat = site.visitor().chat("Vera", "Hi");
            var other = new LiveChats(store, channels, clock, settings, lifetimes, limits);
            other.listen(vault);
            Occupant visitor =
                    other.occupant(Author.VISITOR, null, TestLive.visitor(ChatId.of(chat.id())));
            Seat seat = other.join(ChatId.of(chat.id()), visitor, new Recorder(), 0);
            try (TestSocket page = TestSocket.chat(chat.id(), chat.token(), 0)) {
                page.await("ready");
                page.send(frame("send").put("id", "from-here").put("text", "here"));
                Awaitility.await().until(() -> heard.contains("message 1 here"));

                seat.send(ClientMessageId.of("from-there"), MessageText.of("there"), null);
                page.await("message", it -> it.path("seq").asInt() == 2);
                assertThat(page.last("message").path("text").asText()).isEqualTo("there");
                assertThat(page.last("message").path("name").asText()).isEqualTo("Vera");

                page.send(frame("read").put("seq", 2));
                Awaitility.await().until(() -> heard.contains("read visitor 2"));
                page.send(frame("end"));
                page.await("ended");
                Awaitility.await().until(() -> heard.contains("ended 3"));
            }
            assertThat(other.count()).isZero();
            assertThatThrownBy(() ->
                            seat.send(ClientMessageId.of("too-late"), MessageText.of("x"), null))
                    .isInstanceOf(Refusal.class);
        }
    }

    private final class Recorder implements ChatListener {
        @Override
        public void onJoined(ChatState state, long seq, @Nullable PersonName operatorName) {}

        @Override
        public void onMessage(ChatServerFrame.Message message) {
            var text = message.text();
            heard.add("message " + message.seq() + " " + (text == null ? "" : text.reveal()));
        }

        @Override
        public void onTyping(Author author, boolean on) {}

        @Override
        public void onRead(Speaker by, long seq) {
            heard.add("read " + by.code() + " " + seq);
        }

        @Override
        public void onLeft(Optional<Instant> since) {}

        @Override
        public void onMoved(ChatState state, @Nullable PersonName operatorName) {}

        @Override
        public void onEnded(EndReason reason, DestroyedView destroyed) {
            heard.add("ended " + destroyed.messages());
        }

        @Override
        public void onLost() {
            heard.add("lost");
        }

        @Override
        public void onUnseen() {
            heard.add("unseen");
        }
    }
}
