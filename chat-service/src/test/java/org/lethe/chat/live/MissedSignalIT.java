package org.lethe.chat.live;

import org.lethe.contracts.signal.ChatSignal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.chat.Author;
import org.lethe.chat.conversation.ChatLookup;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.contracts.signal.Farewell;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.chat.conversation.Message;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.chat.it.Site;
import org.lethe.chat.it.TestSocket;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.seal.ScopeGoneException;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.test.LetheInfrastructure;
import org.lethe.stack.test.TestTokens;

/** A replica whose signals come late, twice or not at all. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class MissedSignalIT {
    @Inject Site site;
    @Inject ChatStore store;
    @Inject Vault vault;

    private final List<Long> heard = new ArrayList<>();
    private final List<Farewell> ended = new ArrayList<>();
    private TestSocket desk;
    private ChatId chat;
    private LiveChat live;
    private Seat seat;

    @BeforeEach
    void open() {
        site.settings(Map.of());
        desk = TestSocket.desk(TestTokens.of("anna@acme.example"));
        desk.await("queue");
        chat = ChatId.of(site.visitor().chat("Vera", "Hi").id());
        live = live(store);
        var occupant = new Seat.Occupant(Author.VISITOR, null, new Recorder());
        seat = ((JoinOutcome.Joined) live.join(occupant, 0).orElseThrow()).seat();
    }

    @AfterEach
    void close() {
        vault.destroy(chat, DestroyReason.ENDED, List.of());
        desk.close();
    }

    @Test
    void fetchesWhatAGapShowsToBeMissing() {
        say(1);
        say(2);
        say(3);
        live.onSignal(new ChatSignal.Appended(entry(3)));

        assertThat(heard).containsExactly(1L, 2L, 3L);
    }

    @Test
    void showsNothingTwice() {
        say(1);
        live.onSignal(new ChatSignal.Appended(entry(1)));
        live.onSignal(new ChatSignal.Appended(entry(1)));
        live.onGap();

        assertThat(heard).containsExactly(1L);
    }

    @Test
    void fetchesEverythingAfterAReconnect() {
        say(1);
        say(2);
        live.onGap();

        assertThat(heard).containsExactly(1L, 2L);
    }

    @Test
    void endsWhenTheChatIsGoneWithoutASignal() {
        say(1);
        live.onGap();
        vault.destroy(chat, DestroyReason.ERASED, List.of());
        assertThat(store.vanished(List.of(chat))).containsExactly(chat);
        live.vanish();

        assertThat(ended).extracting(Farewell::reason).containsExactly(EndReason.ERASURE);
        assertThat(ended).extracting(Farewell::messages).containsExactly(1);
        assertThat(live.progress()).isEmpty();
        assertThat(live.join(new Seat.Occupant(Author.VISITOR, null, new Recorder()), 0)).isEmpty();
    }

    @Test
    void keepsNoOperatorOutForAVisitorsPages() {
        while (live.join(visitor(), 0).orElseThrow() instanceof JoinOutcome.Joined) {
            assertThat(live.progress()).isPresent();
        }
        assertThat(live.join(visitor(), 0)).contains(new JoinOutcome.Full());

        var author = new Author.Operator(OperatorId.of(UUID.randomUUID().toString()));
        var operator = new Seat.Occupant(author, PersonName.of("Anna"), new Recorder());
        assertThat(live.join(operator, 0).orElseThrow()).isInstanceOf(JoinOutcome.Joined.class);
        seat.leave();
        assertThat(live.join(visitor(), 0).orElseThrow()).isInstanceOf(JoinOutcome.Joined.class);
    }

    @Test
    void holdsTheKeysOfAChatOnce() {
        var watched = new WatchedStore(store);
        LiveChat other = live(watched);
        assertThat(other.join(visitor(), 0).orElseThrow()).isInstanceOf(JoinOutcome.Joined.class);

        other.onGap();

        assertThat(watched.opened).hasSize(2);
        assertThat(holdsKeys(watched.opened.getFirst())).isTrue();
        assertThat(holdsKeys(watched.opened.getLast())).isFalse();
    }

    @Test
    void dropsTheKeysOfAChatThatCannotBeJoined() {
        var watched = new WatchedStore(store);
        watched.away = true;
        LiveChat other = live(watched);

        assertThatThrownBy(() -> other.join(visitor(), 0))
                .isInstanceOf(StoreUnavailableException.class);

        assertThat(holdsKeys(watched.opened.getFirst())).isFalse();
    }

    private LiveChat live(ChatStore from) {
        return new LiveChat(
                chat,
                from,
                new DeafChannel(),
                Clock.systemUTC(),
                Duration.ofMinutes(1),
                closed -> {});
    }

    private static boolean holdsKeys(OpenChat opened) {
        try {
            opened.seal().sealOperatorName(PersonName.of("Anna"));
            return true;
        } catch (ScopeGoneException e) {
            return false;
        }
    }

    private Seat.Occupant visitor() {
        return new Seat.Occupant(Author.VISITOR, null, new Recorder());
    }

    private void say(int number) {
        var id = ClientMessageId.of("message-" + number);
        assertThat(seat.send(id, MessageText.of("line " + number), null))
                .isInstanceOf(SendOutcome.Stored.class);
    }

    private LogEntry entry(long seq) {
        return store.entries(chat, seq - 1, 1).getFirst();
    }

    /** Remembers what it opened. */
    private static final class WatchedStore extends ForwardingChatStore {
        private final List<OpenChat> opened = new ArrayList<>();
        private boolean away;

        WatchedStore(ChatStore store) {
            super(store);
        }

        @Override
        public ChatLookup lookup(ChatId any) {
            ChatLookup found = super.lookup(any);
            if (found instanceof ChatLookup.Open(OpenChat open)) {
                opened.add(open);
            }
            return found;
        }

        @Override
        public int countFiles(ChatId any) {
            if (away) {
                throw new StoreUnavailableException(new IllegalStateException("away"));
            }
            return super.countFiles(any);
        }
    }

    /** A channel on which nothing arrives by itself. */
    private static final class DeafChannel implements ChatChannel {
        @Override
        public Subscription subscribe(ChatId any, Receiver receiver) {
            return () -> {};
        }

        @Override
        public void typing(ChatId any, Author author, boolean on) {}
    }

    private final class Recorder implements ChatListener {
        @Override
        public void onJoined(ChatStatus status) {}

        @Override
        public void onMessage(Message message) {
            heard.add(message.seq());
        }

        @Override
        public void onTyping(Author author, boolean on) {}

        @Override
        public void onRead(Speaker by, long seq) {}

        @Override
        public void onMoved(ChatState state, @Nullable PersonName operatorName) {}

        @Override
        public void onEnded(Farewell farewell) {
            ended.add(farewell);
        }
    }
}
