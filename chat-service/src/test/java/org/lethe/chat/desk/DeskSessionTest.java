package org.lethe.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.TestSettings;
import org.lethe.chat.ending.TestEnding;
import org.lethe.chat.live.LiveChats;
import org.lethe.chat.live.TestLive;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.DeskClientFrame;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.personal.MessageText;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.problem.Refusal;

class DeskSessionTest {

    private final InMemory memory = new InMemory();
    private final LiveChats chats = TestLive.chats(memory);
    private final Boards boards = TestDesk.boards(memory);
    private final Attendance attendance =
            new Attendance(memory.operators, TestSettings.of(DeskSettings.class));
    private final List<DeskServerFrame> sent = new CopyOnWriteArrayList<>();
    private final DeskSession anna = session(sent, Map.of());

    @Test
    void showsTheQueueAndCountsAsOnline() {
        ChatId chat = memory.queued();

        anna.start();

        assertThat(sent.getFirst()).isInstanceOf(DeskServerFrame.Ready.class);
        assertThat(queue()).containsExactly(chat);
        assertThat(memory.operators.isAnyOnline(InMemory.ACME)).isTrue();
    }

    @Test
    void isNotReadyWhileTheStoreIsAway() {
        memory.store.setAway(true);

        assertThatThrownBy(anna::start).isInstanceOf(StoreUnavailableException.class);

        assertThat(sent).isEmpty();
    }

    @Test
    void tellsWhoComesBackWhichOfTheirChatsWereLost() {
        ChatId lost = memory.queued();
        memory.store.lose();
        ChatId open = memory.queued();

        session(sent, Map.of(lost, 3L, open, 1L)).start();

        assertThat(sent)
                .filteredOn(ErrorFrame.class::isInstance)
                .containsExactly(ErrorFrame.of(ErrorCode.SCOPE_LOST, lost, null));
    }

    @Test
    void answersAHeartbeat() {
        anna.start();

        anna.onFrame(new DeskClientFrame.Heartbeat());

        assertThat(sent).last().isInstanceOf(DeskServerFrame.Heartbeat.class);
    }

    @Test
    void movesAChatThatIsAcceptedFromTheQueueToTheOperator() {
        ChatId chat = memory.queued();
        anna.start();

        accept(chat);

        assertThat(own()).containsExactly(chat);
        Awaitility.await().until(() -> queue().isEmpty());
    }

    @Test
    void leavesAChatToTheOperatorWhoWasFirst() {
        ChatId chat = memory.queued();
        anna.start();
        memory.store.accept(chat, InMemory.ACME, InMemory.BERT, "bmFtZQ==");

        refuses(ErrorCode.CONFLICT, () -> anna.onFrame(new DeskClientFrame.Accept(chat)));
    }

    @Test
    void acknowledgesAMessageAndShowsItOnEachConsoleOfTheOperator() {
        // Given two consoles of the same operator
        ChatId chat = memory.queued();
        var other = new CopyOnWriteArrayList<DeskServerFrame>();
        anna.start();
        session(other, Map.of()).start();
        accept(chat);

        // When
        anna.onFrame(message(chat, 1));

        // Then
        assertThat(sent).filteredOn(DeskServerFrame.Sent.class::isInstance).hasSize(1);
        assertThat(messages(sent)).containsExactly(1L);
        Awaitility.await().until(() -> messages(other).equals(List.of(1L)));
    }

    @Test
    void resumesEachChatAfterTheMessageThatTheConsoleHas() {
        ChatId chat = memory.queued();
        anna.start();
        accept(chat);
        anna.onFrame(message(chat, 1));
        anna.onFrame(message(chat, 2));
        anna.stop();
        var again = new CopyOnWriteArrayList<DeskServerFrame>();

        session(again, Map.of(chat, 1L)).start();

        Awaitility.await().until(() -> messages(again).equals(List.of(2L)));
    }

    @Test
    void hidesChatsThatAreNotTheOperators() {
        ChatId chat = memory.queued();
        anna.start();

        refuses(ErrorCode.NOT_FOUND, () -> anna.onFrame(message(chat, 1)));
        refuses(ErrorCode.NOT_FOUND, () -> anna.onFrame(new DeskClientFrame.End(chat)));
    }

    @Test
    void endsAChatAndTellsItOnce() {
        ChatId chat = memory.queued();
        anna.start();
        accept(chat);

        anna.onFrame(new DeskClientFrame.End(chat));
        chats.vanish(chat);

        assertThat(sent)
                .filteredOn(DeskServerFrame.Ended.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        DeskServerFrame.Ended.class,
                        ended -> assertThat(ended.reason()).isEqualTo(EndReason.OPERATOR));
        Awaitility.await().until(() -> own().isEmpty());
        assertThat(memory.store.heldKeys()).isZero();
    }

    @Test
    void takesNoSeatAgainInAChatThatEndedBeforeItsBoardHeardOfIt() {
        ChatId chat = memory.queued();
        anna.start();
        accept(chat);
        memory.bus.mute();
        memory.store.destroy(chat);
        chats.vanish(chat);

        boards.compare();

        Awaitility.await().until(() -> own().isEmpty());
        assertThat(sent).filteredOn(DeskServerFrame.Ended.class::isInstance).hasSize(1);
    }

    @Test
    void tellsALossAsALoss() {
        ChatId chat = memory.queued();
        anna.start();
        accept(chat);

        memory.store.lose();
        chats.vanish(chat);
        boards.compare();

        assertThat(sent).contains(ErrorFrame.of(ErrorCode.SCOPE_LOST, chat, null));
        assertThat(sent).noneMatch(DeskServerFrame.Ended.class::isInstance);
        Awaitility.await().until(() -> own().isEmpty());
    }

    @Test
    void givesUpEachSeatWhenTheConsoleGoes() {
        ChatId chat = memory.queued();
        anna.start();
        accept(chat);
        assertThat(memory.store.heldKeys()).isEqualTo(1);

        anna.stop();

        assertThat(memory.store.heldKeys()).isZero();
        assertThat(memory.bus.listeners("desk:" + InMemory.ACME)).isZero();
        assertThat(memory.bus.listeners("chat:" + chat)).isZero();
    }

    @Test
    void takesNoSeatAfterTheConsoleHasGone() {
        ChatId chat = memory.queued();
        Board[] seen = new Board[1];
        boards.watch(
                InMemory.ACME,
                (board, view) -> {
                    seen[0] = board;
                    return true;
                });
        anna.start();
        anna.stop();
        memory.store.accept(chat, InMemory.ACME, InMemory.ANNA, "bmFtZQ==");

        assertThat(anna.onBoard(seen[0], seen[0].view())).isTrue();

        assertThat(memory.bus.listeners("chat:" + chat)).isZero();
    }

    @Test
    void triesAgainToTakeASeatThatTheStoreKeptFromIt() {
        ChatId chat = memory.queued();
        anna.start();
        Awaitility.await().until(() -> queue().contains(chat));
        memory.store.setUnreadable(true);
        anna.onFrame(new DeskClientFrame.Status(false));
        memory.store.accept(chat, InMemory.ACME, InMemory.ANNA, "bmFtZQ==");

        memory.store.setUnreadable(false);

        Awaitility.await().until(() -> memory.bus.listeners("chat:" + chat) == 1);
    }

    @Test
    void answersSignsForAChatThatIsNotTheOperatorsAsIfThereWereNone() {
        ChatId chat = memory.queued();
        anna.start();

        refuses(ErrorCode.NOT_FOUND, () -> anna.onFrame(new DeskClientFrame.Typing(chat, true)));
        refuses(ErrorCode.NOT_FOUND, () -> anna.onFrame(new DeskClientFrame.Read(chat, 1)));
    }

    @Test
    void sharesOneLimitAmongTheChatsOfAConsole() {
        LiveChats strict = TestLive.chats(memory, Map.of("lethe.limits.messages", "1 in 15s"));
        DeskSession limited = session(sent, Map.of(), strict);
        ChatId first = memory.queued();
        ChatId second = memory.queued();
        limited.start();
        accept(limited, first);
        accept(limited, second);
        limited.onFrame(message(first, 1));

        refuses(ErrorCode.TOO_MANY_REQUESTS, () -> limited.onFrame(message(second, 1)));
    }

    @Test
    void showsVisitorsThatTheOperatorWritesButNotTheOperator() {
        ChatId chat = memory.queued();
        anna.start();
        accept(chat);

        anna.onFrame(new DeskClientFrame.Typing(chat, true));
        TestLive.typing(memory, chat, Author.VISITOR);

        assertThat(sent).filteredOn(DeskServerFrame.Typing.class::isInstance).hasSize(1);
    }

    @Test
    void tellsSinceWhenTheVisitorHasLeftUntilAPageIsBack() {
        ChatId chat = memory.queued();
        anna.start();
        accept(chat);
        Instant since = memory.clock.instant();

        memory.store.setLeft(chat, Optional.of(since));
        memory.store.setLeft(chat, Optional.empty());

        assertThat(sent)
                .filteredOn(DeskServerFrame.Left.class::isInstance)
                .containsExactly(
                        new DeskServerFrame.Left(chat, since),
                        new DeskServerFrame.Left(chat, null));
    }

    @Test
    void tellsAConsoleThatComesBackThatTheVisitorHasLeft() {
        ChatId chat = memory.queued();
        anna.start();
        accept(chat);
        anna.stop();
        Instant since = memory.clock.instant();
        memory.store.setLeft(chat, Optional.of(since));
        var again = new CopyOnWriteArrayList<DeskServerFrame>();

        session(again, Map.of()).start();

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(again).contains(new DeskServerFrame.Left(chat, since)));
    }

    private DeskSession session(List<DeskServerFrame> frames, Map<ChatId, Long> seen) {
        return session(frames, seen, chats);
    }

    private DeskSession session(
            List<DeskServerFrame> frames, Map<ChatId, Long> seen, LiveChats live) {
        return new DeskSession(
                new Console(
                        "connection-" + frames.hashCode(),
                        InMemory.operator(InMemory.ANNA, "Anna"),
                        frames::add,
                        seen),
                live,
                boards,
                attendance,
                new AcceptChat(memory.store),
                TestEnding.endChat(memory),
                memory.store);
    }

    private void accept(ChatId chat) {
        accept(anna, chat);
    }

    /** Accepts and waits until the seat is taken. */
    private void accept(DeskSession session, ChatId chat) {
        session.onFrame(new DeskClientFrame.Accept(chat));
        Awaitility.await().until(() -> own().contains(chat) && isSeated(session, chat));
    }

    private static boolean isSeated(DeskSession session, ChatId chat) {
        try {
            session.onFrame(new DeskClientFrame.Read(chat, 0));
            return true;
        } catch (Refusal notYet) {
            return false;
        }
    }

    private static DeskClientFrame.Send message(ChatId chat, int number) {
        return new DeskClientFrame.Send(
                chat,
                ClientMessageId.of("message-%04d".formatted(number)),
                MessageText.of("line " + number),
                null);
    }

    private static List<Long> messages(List<DeskServerFrame> frames) {
        return frames.stream()
                .filter(DeskServerFrame.Message.class::isInstance)
                .map(frame -> ((DeskServerFrame.Message) frame).seq())
                .toList();
    }

    /** What a console shows after all changes. */
    private List<ChatId> queue() {
        var queue = new LinkedHashSet<ChatId>();
        for (DeskServerFrame frame : sent) {
            if (frame instanceof DeskServerFrame.Queue(var chats, var gone)) {
                gone.forEach(queue::remove);
                chats.forEach(each -> queue.add(each.chat()));
            }
        }
        return List.copyOf(queue);
    }

    private List<ChatId> own() {
        return sent.stream()
                .filter(DeskServerFrame.Chats.class::isInstance)
                .map(frame -> ((DeskServerFrame.Chats) frame).chats())
                .reduce(List.of(), (before, now) -> now)
                .stream()
                .map(DeskServerFrame.OwnChat::chat)
                .toList();
    }

    private static void refuses(ErrorCode code, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
