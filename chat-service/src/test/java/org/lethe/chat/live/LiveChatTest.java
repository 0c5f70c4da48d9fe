package org.lethe.chat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.conversation.FakeBus;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.signal.ChatSignal;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.vault.Lookup;
import org.lethe.runtime.problem.Refusal;

class LiveChatTest {

    private static final Author ANNA = new Author.Operator(InMemory.ANNA);
    private static final PersonName ANNAS_NAME = PersonName.of("Anna");

    private final InMemory memory = new InMemory();
    private final ChatId chat = memory.queued();
    private final LiveChats chats = TestLive.chats(memory);
    private final HeardChat heard = new HeardChat();

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

        SendOutcome first = say(seat, 1);
        SendOutcome again = say(seat, 1);

        assertThat(again).isEqualTo(first);
        assertThat(heard.messages()).containsExactly("message 1 Vera: line 1");
    }

    @Test
    void fetchesWhatAGapShowsToBeMissing() {
        // Given a replica that misses signals
        Seat seat = visitor(new HeardChat(), 0);
        LiveChat live = deaf(heard);
        say(seat, 1);
        say(seat, 2);

        // When
        live.onSignal(signal(2));

        // Then
        assertThat(heard.messages())
                .containsExactly("message 1 Vera: line 1", "message 2 Vera: line 2");
    }

    @Test
    void showsNothingTwice() {
        Seat seat = visitor(new HeardChat(), 0);
        LiveChat live = deaf(heard);
        say(seat, 1);

        live.onSignal(signal(1));
        live.onSignal(signal(1));
        live.onGap();

        assertThat(heard.messages()).containsExactly("message 1 Vera: line 1");
    }

    @Test
    void catchesUpAfterAReconnectWithMessagesAndState() {
        LiveChat live = deaf(heard);
        say(visitor(new HeardChat(), 0), 1);
        accept();

        live.onGap();

        assertThat(heard.all())
                .containsExactly("joined queued 0", "moved active Anna", "message 1 Vera: line 1");
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

        assertThat(say(stranger, 1)).isEqualTo(new SendOutcome.Refused(ErrorCode.NOT_FOUND));
    }

    @Test
    void refusesMessagesWhileTheChatEndsButAcknowledgesTheOldOnes() {
        Seat seat = visitor(heard, 0);
        SendOutcome before = say(seat, 1);
        memory.store.beginEnding(chat, EndReason.OPERATOR);

        assertThat(say(seat, 2)).isEqualTo(new SendOutcome.Refused(ErrorCode.CHAT_ENDED));
        assertThat(say(seat, 1)).isEqualTo(before);
        assertThat(heard.last()).isEqualTo("moved ending");
    }

    @Test
    void refusesAMessageWithNothingInIt() {
        Seat seat = visitor(heard, 0);
        var id = ClientMessageId.of("message-0001");

        assertThat(seat.send(id, null, null))
                .isEqualTo(new SendOutcome.Refused(ErrorCode.MALFORMED));
    }

    @Test
    void tellsTheEndAndForgetsTheKeys() {
        Seat seat = visitor(heard, 0);
        say(seat, 1);
        memory.store.beginEnding(chat, EndReason.OPERATOR);

        memory.store.finishEnding(chat);

        assertThat(heard.last()).isEqualTo("ended operator 1");
        assertForgotten();
        assertThat(say(seat, 2)).isEqualTo(new SendOutcome.Refused(ErrorCode.CHAT_ENDED));
    }

    @Test
    void tellsAnErasureWhenTheKeysGoWithoutAnEnd() {
        Seat seat = visitor(heard, 0);
        say(seat, 1);
        memory.store.destroy(chat);

        chats.vanish(chat);

        assertThat(heard.last()).isEqualTo("ended erasure 1");
        assertForgotten();
    }

    @Test
    void tellsTheEndThatItMissed() {
        visitor(heard, 0);
        memory.bus.mute();
        memory.store.beginEnding(chat, EndReason.IDLE);
        memory.store.finishEnding(chat);

        chats.dropVanished();

        assertThat(heard.last()).isEqualTo("ended idle 0");
        assertForgotten();
    }

    @Test
    void isLostAndNotDestroyedWhenItsStoreIsLost() {
        visitor(heard, 0);

        memory.store.lose();
        chats.dropVanished();

        assertThat(heard.all()).containsExactly("joined queued 0", "lost");
        assertForgotten();
        assertThat(join(new HeardChat(), 0)).isEqualTo(new JoinOutcome.Lost());
    }

    @Test
    void isLostWhenAReconnectShowsIt() {
        LiveChat live = deaf(heard);
        memory.store.lose();

        live.onGap();

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

    @Test
    void doesNotTakeAnAnswerThatIsMissingForADestruction() {
        visitor(heard, 0);
        memory.store.setUnreadable(true);

        assertThatThrownBy(() -> chats.vanish(chat)).isInstanceOf(Refusal.class);

        assertThat(heard.all()).containsExactly("joined queued 0");
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
        assertThat(join(heard, 0)).isInstanceOf(JoinOutcome.Gone.class);

        assertForgotten();
        assertThat(memory.bus.listeners("chat:" + chat)).isZero();
    }

    @Test
    void tellsWhoComesTooLateHowItEnded() {
        memory.store.beginEnding(chat, EndReason.VISITOR);
        memory.store.finishEnding(chat);

        assertThat(join(heard, 0))
                .isInstanceOfSatisfying(
                        JoinOutcome.Gone.class,
                        gone ->
                                assertThat(gone.farewell().orElseThrow().reason())
                                        .isEqualTo(EndReason.VISITOR));
    }

    @Test
    void isUnavailableAndNotGoneWhileTheStoreIsAway() {
        memory.store.setAway(true);

        assertThat(join(heard, 0)).isEqualTo(new JoinOutcome.Unavailable());
    }

    @Test
    void keepsNoOperatorOutForAVisitorsPages() {
        Seat first = visitor(heard, 0);
        for (int page = 1; page < Seats.MOST_PAGES; page++) {
            visitor(new HeardChat(), 0);
        }
        assertThat(join(new HeardChat(), 0)).isEqualTo(new JoinOutcome.Full());

        assertThat(operator(new HeardChat())).isNotNull();
        first.leave();
        assertThat(join(new HeardChat(), 0)).isInstanceOf(JoinOutcome.Joined.class);
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

    private JoinOutcome join(ChatListener listener, long after) {
        return chats.join(chat, Author.VISITOR, null, listener, after);
    }

    private Seat visitor(ChatListener listener, long after) {
        return ((JoinOutcome.Joined) join(listener, after)).seat();
    }

    private Seat operator(ChatListener listener) {
        return ((JoinOutcome.Joined) chats.join(chat, ANNA, ANNAS_NAME, listener, 0)).seat();
    }

    /** The chat on a replica that no signal reaches. */
    private LiveChat deaf(ChatListener listener) {
        var live =
                new LiveChat(
                        chat,
                        memory.store,
                        new FakeChatChannel(new FakeBus()),
                        memory.clock,
                        Duration.ofMinutes(1),
                        closed -> {});
        live.join(new Seat.Occupant(Author.VISITOR, null, listener), 0);
        return live;
    }

    private void accept() {
        try (var seal = new ChatSeal(((Lookup.Open) memory.store.lookup(chat)).cipher())) {
            memory.store.accept(
                    chat, InMemory.ACME, InMemory.ANNA, seal.sealOperatorName(ANNAS_NAME));
        }
    }

    private static SendOutcome say(Seat seat, int number) {
        var id = ClientMessageId.of("message-%04d".formatted(number));
        return seat.send(id, MessageText.of("line " + number), null);
    }

    private ChatSignal signal(long seq) {
        return new ChatSignal.Appended(memory.store.entries(chat, seq - 1, 1).getFirst());
    }

    private void assertForgotten() {
        assertThat(chats.count()).isZero();
        assertThat(memory.store.heldKeys()).isZero();
    }
}
