package org.lethe.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.signal.ChatSignal;
import org.lethe.contracts.signal.DeskSignal;
import org.lethe.contracts.signal.Signal;
import org.lethe.privacy.redis.SignalListener;
import org.lethe.privacy.redis.Subscription;

/** What the channels of chats and accounts bring, whatever they are made of. */
abstract class ChatChannelsContract {

    private static final Author ANNA = new Author.Operator(InMemory.ANNA);

    private final ChatId somewhere = ChatId.mint("a0z9", new SecureRandom());

    abstract ChatChannels channels();

    /** The store whose changes pass through them. */
    abstract ChatStore store();

    abstract ChatId queued();

    abstract void end(ChatId chat, EndReason reason);

    @Test
    void handsOnSignsOfTypingToAllWhoListen() {
        var first = Heard.ofChat();
        var second = Heard.ofChat();
        try (Subscription one = channels().subscribe(somewhere, first);
                Subscription two = channels().subscribe(somewhere, second)) {
            channels().typing(somewhere, ANNA, true);
            channels().typing(somewhere, Author.VISITOR, false);

            var all =
                    List.of(
                            new ChatSignal.Typing(ANNA, true),
                            new ChatSignal.Typing(Author.VISITOR, false));
            Awaitility.await().until(() -> first.signals.equals(all));
            Awaitility.await().until(() -> second.signals.equals(all));
        }
    }

    @Test
    void keepsChatsApart() {
        ChatId other = ChatId.mint("a0z9", new SecureRandom());
        var heard = Heard.ofChat();
        try (Subscription listening = channels().subscribe(somewhere, heard)) {
            channels().typing(other, ANNA, true);
            channels().typing(somewhere, ANNA, false);

            Awaitility.await().until(() -> !heard.signals.isEmpty());
            assertThat(heard.signals).containsExactly(new ChatSignal.Typing(ANNA, false));
        }
    }

    @Test
    void bringsWhatTheStoreDidInItsOrder() {
        ChatId chat = queued();
        var heard = Heard.ofChat();
        try (Subscription listening = channels().subscribe(chat, heard)) {
            for (int number = 1; number <= 20; number++) {
                var id = ClientMessageId.of("message-%04d".formatted(number));
                store().append(chat, Author.VISITOR, id, new byte[] {1, '\n', 2});
            }

            Awaitility.await().until(() -> heard.signals.size() == 20);
            assertThat(heard.signals)
                    .extracting(signal -> ((ChatSignal.Appended) signal).entry().seq())
                    .isSorted()
                    .contains(1L, 20L);
        }
    }

    @Test
    void tellsTheDesksOfAnAccountTheWayOfItsChats() {
        var heard = Heard.ofDesk();
        var others = Heard.ofDesk();
        try (Subscription mine = channels().subscribe(InMemory.ACME, heard);
                Subscription theirs = channels().subscribe(AccountId.of("globex"), others)) {
            ChatId chat = queued();
            store().accept(chat, InMemory.ACME, InMemory.ANNA, "bmFtZQ==");
            end(chat, EndReason.OPERATOR);

            Awaitility.await().until(() -> of(chat, heard).size() == 4);
            List<DeskSignal> signals = of(chat, heard);
            assertThat(signals.subList(0, 3))
                    .extracting(signal -> ((DeskSignal.Moved) signal).state())
                    .containsExactly(ChatState.QUEUED, ChatState.ACTIVE, ChatState.ENDING);
            assertThat(signals.getLast()).isEqualTo(new DeskSignal.Ended(chat));
            assertThat(((DeskSignal.Moved) signals.get(1)).operator()).contains(InMemory.ANNA);
            assertThat(others.signals).isEmpty();
        }
    }

    @Test
    void areSilentOnceTheListeningHasEnded() {
        var gone = Heard.ofChat();
        var there = Heard.ofChat();
        var deskGone = Heard.ofDesk();
        var deskThere = Heard.ofDesk();
        try (Subscription chats = channels().subscribe(somewhere, there);
                Subscription desk = channels().subscribe(InMemory.ACME, deskThere)) {
            channels().subscribe(somewhere, gone).close();
            channels().subscribe(InMemory.ACME, deskGone).close();

            channels().typing(somewhere, ANNA, true);
            ChatId chat = queued();

            Awaitility.await().until(() -> !there.signals.isEmpty());
            Awaitility.await().until(() -> !of(chat, deskThere).isEmpty());
            assertThat(gone.signals).isEmpty();
            assertThat(of(chat, deskGone)).isEmpty();
        }
    }

    /** The tests before may still be heard of. */
    private static List<DeskSignal> of(ChatId chat, Heard<DeskSignal> heard) {
        return heard.signals.stream().filter(signal -> signal.chat().equals(chat)).toList();
    }

    private static final class Heard<S extends Signal> implements SignalListener {

        private final List<S> signals = new CopyOnWriteArrayList<>();
        private final Function<byte[], Optional<S>> parser;

        private Heard(Function<byte[], Optional<S>> parser) {
            this.parser = parser;
        }

        static Heard<ChatSignal> ofChat() {
            return new Heard<>(ChatSignal::parse);
        }

        static Heard<DeskSignal> ofDesk() {
            return new Heard<>(payload -> Optional.of(DeskSignal.parse(payload)));
        }

        @Override
        public void onSignal(byte[] payload) {
            S signal = parser.apply(payload).orElseThrow();
            assertThat(payload).isEqualTo(signal.bytes());
            signals.add(signal);
        }
    }
}
