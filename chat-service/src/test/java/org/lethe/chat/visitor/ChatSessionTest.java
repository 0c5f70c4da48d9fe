package org.lethe.chat.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.chat.Refused.refuses;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ChatClientFrame;
import org.lethe.contracts.frame.ChatServerFrame;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.id.ChatId;

class ChatSessionTest extends ChatSessionScene {

    @Test
    void answersReadyWithAFreshToken() {
        session.start();

        assertThat(sent.getFirst())
                .isInstanceOfSatisfying(
                        ChatServerFrame.Ready.class,
                        ready -> {
                            assertThat(ready.chat()).isEqualTo(chat);
                            assertThat(ready.state()).isEqualTo(ChatState.QUEUED);
                            assertThat(ready.token()).isNotNull();
                        });
    }

    @Test
    void acknowledgesAMessageAndShowsItOnEachPage() {
        // Given
        var otherPage = new CopyOnWriteArrayList<ChatServerFrame>();
        session.start();
        session(otherPage, closed, 0).start();

        // When
        session.onFrame(message(1));

        // Then
        assertThat(sent).filteredOn(ChatServerFrame.Sent.class::isInstance).hasSize(1);
        assertThat(messages(sent)).containsExactly(1L);
        assertThat(messages(otherPage)).containsExactly(1L);
    }

    @Test
    void resumesAfterTheMessageThatThePageHas() {
        session.start();
        session.onFrame(message(1));
        session.onFrame(message(2));
        session.stop();
        var again = new CopyOnWriteArrayList<ChatServerFrame>();

        session(again, closed, 1).start();

        assertThat(messages(again)).containsExactly(2L);
    }

    @Test
    void tellsThePlaceInTheQueueUntilItIsLeft() {
        ChatId ahead = chat;
        memory.clock.advance(Duration.ofSeconds(1));
        ChatId behind = memory.queued();
        var waiting = session(behind, sent, closed, 0, chats);
        waiting.start();
        assertThat(positions()).containsExactly(2);

        memory.store.accept(ahead, InMemory.ACME, InMemory.ANNA, "bmFtZQ==");
        Awaitility.await().until(() -> positions().equals(List.of(2, 1)));
        memory.store.accept(behind, InMemory.ACME, InMemory.ANNA, "bmFtZQ==");

        assertThat(states()).endsWith(ChatState.ACTIVE);
        assertThat(memory.bus.listeners("desk:" + InMemory.ACME)).isZero();
    }

    @Test
    void watchesNoQueueThatWasLeftWhileItBeganToWatch() {
        // Given an operator who accepts between ready and the watching
        var early =
                new CopyOnWriteArrayList<ChatServerFrame>() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public boolean add(ChatServerFrame frame) {
                        if (frame instanceof ChatServerFrame.State) {
                            memory.store.accept(chat, InMemory.ACME, InMemory.ANNA, "bmFtZQ==");
                        }
                        return super.add(frame);
                    }
                };

        session(early, closed, 0).start();

        assertThat(memory.bus.listeners("desk:" + InMemory.ACME)).isZero();
    }

    @Test
    void stopsWatchingAndGivesUpItsSeatWhenThePageGoes() {
        session.start();
        assertThat(memory.bus.listeners("desk:" + InMemory.ACME)).isEqualTo(1);

        session.stop();

        assertThat(memory.bus.listeners("desk:" + InMemory.ACME)).isZero();
        assertThat(memory.bus.listeners("chat:" + chat)).isZero();
        assertThat(memory.store.heldKeys()).isZero();
    }

    @Test
    void refusesAFloodOfMessages() {
        ChatSession limited = limited(Map.of("lethe.limits.messages", "1 in 15s"));
        limited.start();
        limited.onFrame(message(1));

        refuses(ErrorCode.TOO_MANY_REQUESTS, () -> limited.onFrame(message(2)));
    }

    @Test
    void dropsSignsBeyondTheLimitWithoutAWord() {
        ChatSession limited = limited(Map.of("lethe.limits.signals", "1 in 5s"));
        limited.start();
        limited.onFrame(message(1));

        limited.onFrame(new ChatClientFrame.Read(1));
        limited.onFrame(new ChatClientFrame.Typing(true));

        assertThat(sent).filteredOn(ChatServerFrame.Read.class::isInstance).hasSize(1);
    }

    @Test
    void doesNotShowVisitorsThatTheyWrite() {
        session.start();

        session.onFrame(new ChatClientFrame.Typing(true));

        assertThat(sent).noneMatch(ChatServerFrame.Typing.class::isInstance);
    }

    private List<Integer> positions() {
        return sent.stream()
                .filter(ChatServerFrame.State.class::isInstance)
                .map(frame -> ((ChatServerFrame.State) frame).position())
                .filter(Objects::nonNull)
                .toList();
    }

    private List<ChatState> states() {
        return sent.stream()
                .filter(ChatServerFrame.State.class::isInstance)
                .map(frame -> ((ChatServerFrame.State) frame).state())
                .toList();
    }
}
