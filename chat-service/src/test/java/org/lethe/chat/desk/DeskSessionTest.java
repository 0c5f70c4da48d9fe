package org.lethe.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lethe.chat.Refused.refuses;

import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.live.TestLive;
import org.lethe.chat.loss.TestLosses;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.event.LossEvent.ChatLossNoted;
import org.lethe.contracts.frame.DeskClientFrame;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.retention.RetentionSchedule;

class DeskSessionTest extends DeskScene {

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

    /** In a lane of its own each chat waits for its own store only, and keeps its order. */
    @Test
    void letsFramesOfDifferentChatsNotWaitForEachOther() {
        ChatId chat = memory.queued();
        ChatId other = memory.queued();

        assertThat(anna.lane(new DeskClientFrame.Accept(chat)))
                .isEqualTo(anna.lane(new DeskClientFrame.Typing(chat, true)))
                .isEqualTo(anna.lane(new DeskClientFrame.End(chat)))
                .isNotEqualTo(anna.lane(new DeskClientFrame.End(other)))
                .isNotNull();
        assertThat(anna.lane(new DeskClientFrame.Status(true))).isNull();
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
    void tellsOfAChatThatWaitedAndWasLostWithNobodyInIt() {
        ChatId waiting = memory.queued();
        ChatId ended = memory.queued();
        anna.start();
        memory.bus.mute();
        memory.store.destroy(ended);

        boards.compare();
        memory.store.lose();
        boards.compare();
        boards.compare();

        assertThat(memory.store.toldLost(waiting)).isEqualTo(1);
        assertThat(memory.store.toldWaited(waiting)).isTrue();
        assertThat(memory.store.toldLost(ended)).isZero();
        Awaitility.await().until(() -> queue().isEmpty());
    }

    @Test
    void saysWhatTheAccountLostAfterItIsReadyAndWhenMoreIsLost() {
        anna.start();
        var none = new DeskServerFrame.Losses(List.of(), null);
        assertThat(sent.getFirst()).isInstanceOf(DeskServerFrame.Ready.class);
        assertThat(sent).contains(none);

        TestLosses.note(
                losses,
                new ChatLossNoted(memory.queued(), InMemory.ACME, true),
                memory.clock.instant());

        var one = new DeskServerFrame.ChatLosses(1, 1, memory.clock.instant());
        Awaitility.await().until(() -> sent.contains(new DeskServerFrame.Losses(List.of(), one)));
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
    void hangsUpOnAConsoleOfWhichNobodyCanSayWhetherWhatItShowsIsGone() {
        anna.onUnseen();

        assertThat(refusals).containsExactly(ErrorCode.UNAVAILABLE);
    }

    @Test
    void hangsUpOnAConsoleThatIsInAChatOfWhichNobodyCanSayWhetherItIsThere() {
        ChatId chat = memory.queued();
        anna.start();
        accept(chat);
        memory.store.setAway(true);
        memory.clock.advance(RetentionSchedule.UNSEEN.plusSeconds(1));

        TestLive.compare(chats);

        assertThat(refusals).containsExactly(ErrorCode.UNAVAILABLE);
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
}
