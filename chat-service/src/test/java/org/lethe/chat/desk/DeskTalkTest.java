package org.lethe.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.chat.Refused.refuses;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.chat.live.LiveChats;
import org.lethe.chat.live.TestLive;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.DeskClientFrame;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.id.ChatId;

/** What an operator says and hears. */
class DeskTalkTest extends DeskScene {

    @Test
    void answersAHeartbeat() {
        anna.start();

        anna.onFrame(new DeskClientFrame.Heartbeat());

        assertThat(sent).last().isInstanceOf(DeskServerFrame.Heartbeat.class);
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
}
