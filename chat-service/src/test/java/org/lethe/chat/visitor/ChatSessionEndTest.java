package org.lethe.chat.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.chat.Refused.refuses;

import org.junit.jupiter.api.Test;
import org.lethe.chat.live.TestLive;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatClientFrame;
import org.lethe.contracts.frame.ChatServerFrame;
import org.lethe.contracts.id.ChatReceiptId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.privacy.retention.RetentionSchedule;

/** How a session ends, and with what it does not begin. */
class ChatSessionEndTest extends ChatSessionScene {

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
    void isToldToComeBackWhenNobodyCouldSayForLongWhetherTheChatIsThere() {
        session.start();
        memory.store.setAway(true);
        memory.clock.advance(RetentionSchedule.UNSEEN.plusSeconds(1));

        TestLive.compare(chats);

        assertThat(closed).containsExactly("unavailable");
        assertThat(ErrorCode.UNAVAILABLE.retryable()).isTrue();
    }

    @Test
    void isToldToComeBackWhileTheStoreIsAway() {
        memory.store.setAway(true);

        refuses(ErrorCode.UNAVAILABLE, session::start);
    }
}
