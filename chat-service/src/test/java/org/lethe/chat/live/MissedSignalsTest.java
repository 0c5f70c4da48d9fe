package org.lethe.chat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.chat.conversation.FakeBus;
import org.lethe.chat.conversation.FakeChatChannels;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.signal.ChatSignal;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.retention.RetentionSchedule;
import org.lethe.runtime.problem.Refusal;

/** Signals may be missed; what they were about is found all the same. */
class MissedSignalsTest extends LiveChatScene {

    @Test
    void fetchesWhatAGapShowsToBeMissing() {
        // Given a replica that misses signals
        Seat seat = visitor(new HeardChat(), 0);
        LiveChat live = deaf(heard);
        say(seat, 1);
        say(seat, 2);

        // When
        live.onSignal(signal(2).bytes());

        // Then
        assertThat(heard.messages())
                .containsExactly("message 1 Vera: line 1", "message 2 Vera: line 2");
    }

    @Test
    void showsNothingTwice() {
        Seat seat = visitor(new HeardChat(), 0);
        LiveChat live = deaf(heard);
        say(seat, 1);

        live.onSignal(signal(1).bytes());
        live.onSignal(signal(1).bytes());
        live.onReconnected();

        assertThat(heard.messages()).containsExactly("message 1 Vera: line 1");
    }

    @Test
    void catchesUpAfterAReconnectWithMessagesAndState() {
        LiveChat live = deaf(heard);
        say(visitor(new HeardChat(), 0), 1);
        accept();

        live.onReconnected();

        assertThat(heard.all())
                .containsExactly("joined queued 0", "moved active Anna", "message 1 Vera: line 1");
    }

    @Test
    void tellsAfterAReconnectThatTheVisitorHasLeft() {
        LiveChat live = deaf(heard);
        memory.store.setLeft(chat, Optional.of(memory.clock.instant()));

        live.onReconnected();
        live.onReconnected();

        assertThat(heard.all()).containsExactly("joined queued 0", "left");
    }

    @Test
    void tellsAnErasureThatAReconnectShows() {
        LiveChat live = deaf(heard);
        memory.store.destroy(chat);

        live.onReconnected();

        assertThat(heard.last()).isEqualTo("ended erasure 1");
        assertThat(live.progress()).isEmpty();
    }

    @Test
    void goesOnWhenAReconnectDoesNotShowWhatBecameOfIt() {
        LiveChat live = deaf(heard);
        memory.store.setUnreadable(true);

        live.onReconnected();

        assertThat(heard.all()).containsExactly("joined queued 0");
        assertThat(live.progress()).isPresent();
    }

    @Test
    void passesOverWhatIsNoSignal() {
        LiveChat live = deaf(heard);

        live.onSignal(new byte[] {'?', ' ', '?'});

        assertThat(heard.all()).containsExactly("joined queued 0");
    }

    @Test
    void tellsTheEndThatItMissed() {
        visitor(heard, 0);
        memory.bus.mute();
        memory.store.beginEnding(chat, EndReason.IDLE);
        memory.store.finishEnding(chat);

        chats.dropVanished();

        assertThat(heard.last()).isEqualTo("ended idle 1");
        assertForgotten();
    }

    @Test
    void isLostWhenAReconnectShowsIt() {
        LiveChat live = deaf(heard);
        memory.store.lose();

        live.onReconnected();

        assertThat(heard.last()).isEqualTo("lost");
        assertThat(live.progress()).isEmpty();
    }

    @Test
    void tellsNothingWhileItIsNotKnownWhatBecameOfTheChat() {
        visitor(heard, 0);
        memory.store.setAway(true);

        assertThatThrownBy(() -> chats.vanish(chat)).isInstanceOf(StoreUnavailableException.class);
        chats.dropVanished();

        assertThat(heard.all()).containsExactly("joined queued 0");
        assertThat(chats.count()).isEqualTo(1);
    }

    /** Its keys must not outlive it in a process that alone can't see the store. */
    @Test
    void letsGoOfAChatOnceTheStoreWasAwayForLong() {
        visitor(heard, 0);
        memory.store.setAway(true);
        memory.clock.advance(RetentionSchedule.UNSEEN);
        chats.dropVanished();
        assertThat(heard.all()).containsExactly("joined queued 0");

        memory.clock.advance(Duration.ofSeconds(1));
        chats.dropVanished();

        assertThat(heard.last()).isEqualTo("unseen");
        assertForgotten();
    }

    @Test
    void goesOnWithAChatThatWasSeenMeanwhile() {
        visitor(heard, 0);
        memory.clock.advance(RetentionSchedule.UNSEEN);
        chats.dropVanished();
        memory.store.setAway(true);
        memory.clock.advance(RetentionSchedule.UNSEEN);

        chats.dropVanished();

        assertThat(heard.all()).containsExactly("joined queued 0");
    }

    @Test
    void doesNotTakeAnAnswerThatIsMissingForADestruction() {
        visitor(heard, 0);
        memory.store.setUnreadable(true);

        assertThatThrownBy(() -> chats.vanish(chat)).isInstanceOf(Refusal.class);

        assertThat(heard.all()).containsExactly("joined queued 0");
    }

    /** The chat on a replica that no signal reaches. */
    private LiveChat deaf(ChatListener listener) {
        var live =
                new LiveChat(
                        chat,
                        memory.store,
                        new FakeChatChannels(new FakeBus()),
                        memory.clock,
                        Duration.ofMinutes(1),
                        closed -> {});
        var _ =
                live.join(
                        chats.occupant(Author.VISITOR, null, TestLive.visitor(chat)), listener, 0);
        return live;
    }

    private ChatSignal signal(long seq) {
        return new ChatSignal.Appended(memory.store.entries(chat, seq - 1, 1).getFirst());
    }
}
