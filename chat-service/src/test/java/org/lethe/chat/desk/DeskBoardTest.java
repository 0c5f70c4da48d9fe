package org.lethe.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.personal.QuestionText;
import org.lethe.contracts.signal.DeskSignal;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.socket.FrameCodec;

class DeskBoardTest {

    private static final OperatorId ANNA = OperatorId.of("7651f7fd-289c-498f-b1a2-a8dacb1ddc38");
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final ChatId WAITING = ChatId.of("c01-abcd-" + "1".repeat(26));
    private static final ChatId OWN = ChatId.of("c01-abcd-" + "2".repeat(26));
    private static final VisitId VISIT = VisitId.of("v01-abcd-" + "0".repeat(26));
    private static final ChatCard CARD =
            new ChatCard(
                    PersonName.of("Vera"),
                    null,
                    null,
                    ClientAddress.of("192.0.2.1"),
                    HostName.of("host.example"));
    private static final BoardView VIEW =
            new BoardView(
                    List.of(
                            entry(WAITING, ChatState.QUEUED, null),
                            entry(OWN, ChatState.ACTIVE, ANNA)));

    private final Map<ChatId, ChatCard> cards = new HashMap<>(Map.of(WAITING, CARD, OWN, CARD));
    private final List<DeskServerFrame> sent = new ArrayList<>();
    private boolean away;
    private final DeskBoard board =
            new DeskBoard(
                    new Console(
                            "connection",
                            InMemory.operator(ANNA, "Anna"),
                            sent::add,
                            _ -> true,
                            _ -> {},
                            Map.of()),
                    chats -> {
                        if (away) {
                            throw new StoreUnavailableException(new IllegalStateException("away"));
                        }
                        return Map.of();
                    },
                    () -> NOW);

    @Test
    void tellsTheSameOnce() {
        assertThat(board.tellQueue(this::card, VIEW)).isTrue();
        assertThat(board.tellQueue(this::card, VIEW)).isTrue();

        assertThat(sent).singleElement().isInstanceOf(DeskServerFrame.Queue.class);
    }

    @Test
    void tellsAChatThatCouldNotBeReadAsSoonAsItCan() {
        cards.clear();
        assertThat(board.tellQueue(this::card, VIEW)).isFalse();
        cards.put(WAITING, CARD);
        assertThat(board.tellQueue(this::card, VIEW)).isTrue();

        assertThat(sent)
                .extracting(frame -> ((DeskServerFrame.Queue) frame).chats().size())
                .containsExactly(0, 1);
    }

    @Test
    void tellsWhatHasChangedAndNotTheWholeQueue() {
        board.tellQueue(this::card, VIEW);
        ChatId second = ChatId.of("c01-abcd-" + "3".repeat(26));
        cards.put(second, CARD);

        board.tellQueue(
                this::card,
                new BoardView(
                        List.of(
                                entry(WAITING, ChatState.QUEUED, null),
                                entry(second, ChatState.QUEUED, null))));
        board.tellQueue(this::card, new BoardView(List.of(entry(second, ChatState.QUEUED, null))));

        assertThat(sent)
                .extracting(DeskBoardTest::told)
                .containsExactly(List.of(WAITING), List.of(second), List.of());
        assertThat(sent)
                .extracting(frame -> ((DeskServerFrame.Queue) frame).gone())
                .containsExactly(List.of(), List.of(), List.of(WAITING));
    }

    /** Anonymous people must not cut off a console by the number or length of what they ask. */
    @Test
    void tellsALongQueueOfLongQuestionsInSmallFrames() {
        var entries = new ArrayList<DeskSignal.Moved>();
        for (int i = 0; i < 1_000; i++) {
            ChatId chat = ChatId.of("c01-abcd-" + "1".repeat(22) + String.format("%04d", i));
            cards.put(
                    chat,
                    new ChatCard(
                            PersonName.of("Vera"),
                            null,
                            QuestionText.of("\"".repeat(QuestionText.MAX_LENGTH)),
                            null,
                            null));
            entries.add(entry(chat, ChatState.QUEUED, null));
        }

        board.tellQueue(this::card, new BoardView(entries));

        assertThat(sent.stream().flatMap(frame -> told(frame).stream())).hasSize(1_000);
        assertThat(sent).allMatch(frame -> FrameCodec.write(frame).length() < 16_384);
    }

    @Test
    void tellsChatsAfterTheStoreWasAway() {
        away = true;
        assertThatThrownBy(() -> board.tellChats(this::card, VIEW))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(sent).as("not ready without the store").isEmpty();
        away = false;
        assertThat(board.tellChats(this::card, VIEW)).isTrue();

        assertThat(sent)
                .first()
                .asInstanceOf(type(DeskServerFrame.Ready.class))
                .extracting(DeskServerFrame.Ready::now)
                .isEqualTo(NOW);
        assertThat(lists()).hasSize(1);
    }

    @Test
    void tellsAnewWhenTheAddressIsRemoved() {
        board.tellChats(this::card, VIEW);
        cards.put(OWN, new ChatCard(CARD.name(), null, null, null, null));
        board.tellChats(this::card, VIEW);

        assertThat(lists())
                .extracting(list -> list.chats().getFirst().address())
                .containsExactly(CARD.address(), null);
    }

    @Test
    void leavesNoChatOutThatWasToldBefore() {
        board.tellChats(this::card, VIEW);
        cards.clear();
        assertThat(board.tellChats(this::card, VIEW)).isFalse();

        assertThat(lists()).hasSize(1);
        assertThat(board.tellChats(this::card, new BoardView(List.of()))).isTrue();
        assertThat(lists())
                .extracting(DeskServerFrame.Chats::gone)
                .containsExactly(List.of(), List.of(OWN));
        assertThat(sent).filteredOn(DeskServerFrame.Ready.class::isInstance).hasSize(1);
    }

    /** With hundreds of chats at a desk, the list of all would be most of what it is told. */
    @Test
    void tellsWhichOfItsChatsHasChangedAndNotAllOfThem() {
        ChatId second = ChatId.of("c01-abcd-" + "3".repeat(26));
        cards.put(second, CARD);
        var both =
                new BoardView(
                        List.of(
                                entry(OWN, ChatState.ACTIVE, ANNA),
                                entry(second, ChatState.ACTIVE, ANNA)));
        board.tellChats(this::card, VIEW);
        board.tellChats(this::card, both);
        board.tellChats(this::card, both);
        cards.put(OWN, new ChatCard(CARD.name(), null, null, null, null));
        board.tellChats(this::card, both);
        board.tellChats(this::card, new BoardView(List.of(entry(second, ChatState.ACTIVE, ANNA))));

        assertThat(lists())
                .extracting(
                        list -> list.chats().stream().map(DeskServerFrame.OwnChat::chat).toList())
                .containsExactly(List.of(OWN), List.of(second), List.of(OWN), List.of());
        assertThat(lists())
                .extracting(DeskServerFrame.Chats::gone)
                .containsExactly(List.of(), List.of(), List.of(), List.of(OWN));
    }

    private List<DeskServerFrame.Chats> lists() {
        return sent.stream()
                .filter(DeskServerFrame.Chats.class::isInstance)
                .map(DeskServerFrame.Chats.class::cast)
                .toList();
    }

    private Optional<ChatCard> card(ChatId chat) {
        return Optional.ofNullable(cards.get(chat));
    }

    private static List<ChatId> told(DeskServerFrame frame) {
        return ((DeskServerFrame.Queue) frame)
                .chats().stream().map(DeskServerFrame.QueuedChat::chat).toList();
    }

    private static DeskSignal.Moved entry(
            ChatId chat, ChatState state, @Nullable OperatorId operator) {
        return new DeskSignal.Moved(
                chat, state, Instant.EPOCH, VISIT, Optional.ofNullable(operator));
    }
}
