package org.lethe.chat.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.signal.ChatSignal;

/** What every channel of chats does. */
abstract class ChatChannelContract {

    private static final Author ANNA = new Author.Operator(InMemory.ANNA);

    abstract ChatChannel channel();

    /** The store whose changes pass through it. */
    abstract ChatStore store();

    abstract ChatId queued();

    @Test
    void handsOnSignsOfTypingToAllWhoListen() {
        ChatId chat = ChatId.mint("a0z9", new SecureRandom());
        var first = new Heard();
        var second = new Heard();
        try (var one = listening(chat, first);
                var two = listening(chat, second)) {
            channel().typing(chat, ANNA, true);
            channel().typing(chat, Author.VISITOR, false);

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
        ChatId chat = ChatId.mint("a0z9", new SecureRandom());
        ChatId other = ChatId.mint("a0z9", new SecureRandom());
        var heard = new Heard();
        try (var listening = listening(chat, heard)) {
            channel().typing(other, ANNA, true);
            channel().typing(chat, ANNA, false);

            Awaitility.await().until(() -> !heard.signals.isEmpty());
            assertThat(heard.signals).containsExactly(new ChatSignal.Typing(ANNA, false));
        }
    }

    @Test
    void bringsWhatTheStoreDidInItsOrder() {
        ChatId chat = queued();
        var heard = new Heard();
        try (var listening = listening(chat, heard)) {
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
    void isSilentOnceTheListeningHasEnded() {
        ChatId chat = ChatId.mint("a0z9", new SecureRandom());
        var gone = new Heard();
        var there = new Heard();
        try (var listening = listening(chat, there)) {
            listening(chat, gone).close();

            channel().typing(chat, ANNA, true);

            Awaitility.await().until(() -> !there.signals.isEmpty());
            assertThat(gone.signals).isEmpty();
        }
    }

    private Listening listening(ChatId chat, Heard heard) {
        return channel().subscribe(chat, heard)::close;
    }

    private interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    private static final class Heard implements ChatChannel.Receiver {

        private final List<ChatSignal> signals = new CopyOnWriteArrayList<>();

        @Override
        public void onSignal(ChatSignal signal) {
            signals.add(signal);
        }

        @Override
        public void onGap() {}
    }
}
