package org.lethe.chat.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.desk.Boards;
import org.lethe.chat.desk.TestDesk;
import org.lethe.chat.ending.TestEnding;
import org.lethe.chat.live.LiveChats;
import org.lethe.chat.live.TestLive;
import org.lethe.chat.presence.TestPages;
import org.lethe.chat.presence.VisitorPages;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatClientFrame;
import org.lethe.contracts.frame.ChatServerFrame;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ChatReceiptId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.personal.MessageText;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.runtime.problem.Refusal;

class ChatSessionTest {

    private final InMemory memory = new InMemory();
    private final LiveChats chats = TestLive.chats(memory);
    private final Boards boards = TestDesk.boards(memory);
    private final VisitorPages pages = TestPages.pages(memory);
    private final ChatId chat = memory.queued();
    private final List<ChatServerFrame> sent = new CopyOnWriteArrayList<>();
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private final ChatSession session = session(sent, closed, 0);

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
    void endsTheChatAndCloses() {
        session.start();
        session.onFrame(message(1));

        session.onFrame(new ChatClientFrame.End());

        assertThat(sent.getLast())
                .isInstanceOfSatisfying(
                        ChatServerFrame.Ended.class,
                        ended -> {
                            assertThat(ended.reason()).isEqualTo(EndReason.VISITOR);
                            assertThat(ended.destroyed().messages())
                                    .as("with the question")
                                    .isEqualTo(2);
                            assertThat(ended.destroyed().receipt())
                                    .isEqualTo(ChatReceiptId.of(chat));
                            assertThat(ended.destroyed().reference())
                                    .as("as in its letters")
                                    .isEqualTo(ReferenceNumber.of(chat));
                        });
        assertThat(closed).containsExactly("closed");
        refuses(ErrorCode.CHAT_ENDED, () -> session.onFrame(message(2)));
    }

    @Test
    void tellsWhoComesBackLateHowTheChatEnded() {
        memory.store.beginEnding(chat, EndReason.IDLE);
        memory.store.finishEnding(chat);

        session.start();

        assertThat(sent).singleElement().isInstanceOf(ChatServerFrame.Ended.class);
        assertThat(closed).containsExactly("closed");
    }

    @Test
    void refusesAChatOfWhichNothingIsLeft() {
        memory.store.destroy(chat);
        memory.store.forgetFarewell(chat);

        refuses(ErrorCode.SCOPE_DESTROYED, session::start);
    }

    @Test
    void isToldOfALossAndNotOfADestruction() {
        session.start();

        memory.store.lose();
        chats.vanish(chat);

        assertThat(sent).noneMatch(ChatServerFrame.Ended.class::isInstance);
        assertThat(closed).containsExactly("scope-lost");
        assertThat(ErrorCode.SCOPE_LOST.retryable()).isFalse();
    }

    @Test
    void isNotToldToComeBackToAChatThatIsLost() {
        memory.store.lose();

        refuses(ErrorCode.SCOPE_LOST, session::start);
        assertThat(memory.store.toldLost(chat)).as("so that the account hears of it").isEqualTo(1);
    }

    @Test
    void isToldToComeBackWhileTheStoreIsAway() {
        memory.store.setAway(true);

        refuses(ErrorCode.UNAVAILABLE, session::start);
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

    private ChatSession session(List<ChatServerFrame> frames, List<String> ends, long seen) {
        return session(chat, frames, ends, seen, chats);
    }

    private ChatSession limited(Map<String, String> limits) {
        return session(chat, sent, closed, 0, TestLive.chats(memory, limits));
    }

    private ChatSession session(
            ChatId of, List<ChatServerFrame> frames, List<String> ends, long seen, LiveChats live) {
        return new ChatSession(
                new ChatSession.Page(
                        frames::add,
                        code -> ends.add(code.code()),
                        () -> ends.add("closed"),
                        () -> TestPages.nanos(memory.clock),
                        seen),
                new Caller.Participant(InMemory.ACME, of, memory.visit()),
                live,
                TestEnding.endChat(memory),
                boards,
                pages,
                new TokenIssuer(
                        jwt -> "header.claims.signature", Duration.ofHours(1), memory.clock));
    }

    private static ChatClientFrame.Send message(int number) {
        return new ChatClientFrame.Send(
                ClientMessageId.of("message-%04d".formatted(number)),
                MessageText.of("line " + number),
                null);
    }

    private static List<Long> messages(List<ChatServerFrame> frames) {
        return frames.stream()
                .filter(ChatServerFrame.Message.class::isInstance)
                .map(frame -> ((ChatServerFrame.Message) frame).seq())
                .toList();
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

    private static void refuses(ErrorCode code, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
