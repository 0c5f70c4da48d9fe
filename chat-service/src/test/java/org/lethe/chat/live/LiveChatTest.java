package org.lethe.chat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lethe.chat.Refused.refuses;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.privacy.redis.StoreUnavailableException;

class LiveChatTest extends LiveChatScene {

    @Test
    void tellsWhereTheChatStandsAndThenEachMessageOnce() {
        // Given
        Seat seat = visitor(heard, 0);

        // When
        say(seat, 1);
        say(seat, 2);

        // Then
        assertThat(heard.all())
                .containsExactly(
                        "joined queued 0", "message 1 Vera: line 1", "message 2 Vera: line 2");
    }

    @Test
    void replaysToAClientOnlyWhatItLacks() {
        Seat seat = visitor(new HeardChat(), 0);
        say(seat, 1);
        say(seat, 2);
        say(seat, 3);

        visitor(heard, 2);

        assertThat(heard.all()).containsExactly("joined queued 3", "message 3 Vera: line 3");
    }

    @Test
    void replaysAChatThatIsLongerThanAPage() {
        Seat seat = visitor(new HeardChat(), 0);
        for (int number = 1; number <= 450; number++) {
            say(seat, number);
        }

        visitor(heard, 0);

        assertThat(heard.messages()).hasSize(450).endsWith("message 450 Vera: line 450");
    }

    @Test
    void replaysNothingToAClientThatClaimsToKnowTheFuture() {
        say(visitor(new HeardChat(), 0), 1);

        visitor(heard, 99);

        assertThat(heard.all()).containsExactly("joined queued 1");
    }

    @Test
    void storesAMessageThatIsSentAgainOnce() {
        Seat seat = visitor(heard, 0);

        ChatStore.Stored first = say(seat, 1);
        ChatStore.Stored again = say(seat, 1);

        assertThat(again).isEqualTo(first);
        assertThat(heard.messages()).containsExactly("message 1 Vera: line 1");
    }

    @Test
    void tellsWhoWritesAndHowFarTheOtherSideHasRead() {
        accept();
        Seat vera = visitor(heard, 0);
        Seat anna = operator(new HeardChat());
        say(vera, 1);

        anna.typing(true);
        anna.read(1);
        anna.read(1);

        assertThat(heard.all()).endsWith("typing operator true", "read operator 1");
    }

    @Test
    void showsAnOperatorsMessageUnderTheirName() {
        accept();
        visitor(heard, 0);

        say(operator(new HeardChat()), 1);

        assertThat(heard.last()).isEqualTo("message 1 Anna: line 1");
    }

    @Test
    void refusesAnOperatorWhoIsNotInTheChat() {
        Seat stranger = operator(new HeardChat());

        refuses(ErrorCode.NOT_FOUND, () -> say(stranger, 1));
    }

    @Test
    void refusesMessagesWhileTheChatEndsButAcknowledgesTheOldOnes() {
        Seat seat = visitor(heard, 0);
        ChatStore.Stored before = say(seat, 1);
        memory.store.beginEnding(chat, EndReason.OPERATOR);

        refuses(ErrorCode.CHAT_ENDED, () -> say(seat, 2));
        assertThat(say(seat, 1)).isEqualTo(before);
        assertThat(heard.last()).isEqualTo("moved ending");
    }

    @Test
    void refusesAMessageWithNothingInIt() {
        Seat seat = visitor(heard, 0);
        var id = ClientMessageId.of("message-0001");

        refuses(ErrorCode.MALFORMED, () -> seat.send(id, null, null));
    }

    @Test
    void tellsTheEndAndForgetsTheKeys() {
        Seat seat = visitor(heard, 0);
        say(seat, 1);
        memory.store.beginEnding(chat, EndReason.OPERATOR);

        memory.store.finishEnding(chat);

        assertThat(heard.last()).isEqualTo("ended operator 2");
        assertForgotten();
        refuses(ErrorCode.CHAT_ENDED, () -> say(seat, 2));
    }

    @Test
    void tellsAnErasureWhenTheKeysGoWithoutAnEnd() {
        Seat seat = visitor(heard, 0);
        say(seat, 1);
        memory.store.destroy(chat);

        chats.vanish(chat);

        assertThat(heard.last()).isEqualTo("ended erasure 2");
        assertForgotten();
    }

    @Test
    void tellsWhoJoinsHowFarItWasRead() {
        accept();
        Seat vera = visitor(new HeardChat(), 0);
        say(vera, 1);
        operator(new HeardChat()).read(1);

        visitor(heard, 1);

        assertThat(heard.all()).containsExactly("joined active 1", "read operator 1");
    }

    @Test
    void refusesAFileThatWasNotUploaded() {
        Seat seat = visitor(heard, 0);
        FileId file = FileId.mint(new SecureRandom());
        var id = ClientMessageId.of("message-0001");

        refuses(ErrorCode.NOT_FOUND, () -> seat.send(id, null, file));
    }

    @Test
    void isLostAndNotDestroyedWhenItsStoreIsLost() {
        visitor(heard, 0);

        memory.store.lose();
        chats.dropVanished();

        assertThat(heard.all()).containsExactly("joined queued 0", "lost");
        assertThat(memory.store.toldLost(chat)).isEqualTo(1);
        assertForgotten();
        refuses(ErrorCode.SCOPE_LOST, () -> visitor(new HeardChat(), 0));
    }

    @Test
    void isDroppedWithItsLastSeat() {
        Seat first = visitor(heard, 0);
        Seat second = visitor(new HeardChat(), 0);

        first.leave();
        assertThat(chats.count()).isEqualTo(1);
        second.leave();
        second.leave();

        assertForgotten();
        assertThat(memory.bus.listeners("chat:" + chat)).isZero();
    }

    @Test
    void holdsTheKeysOnceHoweverManySeatsAreTaken() {
        visitor(heard, 0);
        visitor(new HeardChat(), 0);

        assertThat(memory.store.heldKeys()).isEqualTo(1);
    }

    @Test
    void dropsTheKeysOfAChatThatCannotBeJoined() {
        memory.store.destroy(chat);
        memory.store.forgetFarewell(chat);
        refuses(ErrorCode.SCOPE_DESTROYED, () -> visitor(heard, 0));

        assertForgotten();
        assertThat(memory.bus.listeners("chat:" + chat)).isZero();
    }

    @Test
    void tellsWhoComesTooLateHowItEnded() {
        memory.store.beginEnding(chat, EndReason.VISITOR);
        memory.store.finishEnding(chat);

        Seat late = visitor(heard, 0);

        assertThat(heard.all()).containsExactly("ended visitor 1");
        refuses(ErrorCode.CHAT_ENDED, () -> say(late, 1));
        assertForgotten();
    }

    @Test
    void isUnavailableAndNotGoneWhileTheStoreIsAway() {
        memory.store.setAway(true);

        refuses(ErrorCode.UNAVAILABLE, () -> visitor(heard, 0));
    }

    @Test
    void letsNobodyJoinWhomItCouldNotTellWhatIsMissing() {
        say(visitor(new HeardChat(), 0), 1);
        memory.store.setAway(true);

        assertThatThrownBy(() -> visitor(heard, 0)).isInstanceOf(StoreUnavailableException.class);

        assertThat(heard.all()).isEmpty();
    }

    @Test
    void keepsNoOperatorOutForAVisitorsPages() {
        Seat first = visitor(heard, 0);
        for (int page = 1; page < Seats.MOST_PAGES; page++) {
            visitor(new HeardChat(), 0);
        }
        refuses(ErrorCode.TOO_MANY_REQUESTS, () -> visitor(new HeardChat(), 0));

        assertThat(operator(new HeardChat())).isNotNull();
        first.leave();
        assertThat(visitor(new HeardChat(), 0)).isNotNull();
    }

    @Test
    void putsOffItsDeadlineWhilePeopleWriteButNotWithEachMessage() {
        Seat seat = visitor(heard, 0);
        say(seat, 1);
        say(seat, 2);
        assertThat(memory.store.renewals()).isEqualTo(1);

        memory.clock.advance(Duration.ofSeconds(16));
        say(seat, 3);

        assertThat(memory.store.renewals()).isEqualTo(2);
    }
}
