package org.lethe.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.chat.TestSettings;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.signal.DeskSignal;
import org.lethe.privacy.redis.StoreUnavailableException;

class BoardTest {
    private static final ChatId FIRST = chat('1');
    private static final ChatId SECOND = chat('2');
    private static final String VISIT = "v01-abcd-" + "0".repeat(26);
    private static final OperatorId ANNA = OperatorId.of("7651f7fd-289c-498f-b1a2-a8dacb1ddc38");

    private static final PersonName NAME = PersonName.of("Vera");
    private static final ChatCard CARD =
            new ChatCard(NAME, null, null, ClientAddress.of("192.0.2.1"), HostName.of("host"));

    private final AtomicBoolean hidesAddresses = new AtomicBoolean();
    private final Board board =
            new Board(
                    chat -> Optional.of(CARD),
                    () -> {},
                    hidesAddresses::get,
                    TestSettings.of(
                            BoardSettings.class,
                            Map.of(
                                    "lethe.chat.board.coalesce", "1ms",
                                    "lethe.chat.board.repeat", "10ms")));

    @Test
    void ordersTheQueueByTime() {
        signal(SECOND + " queued 2000 " + VISIT + " -");
        signal(FIRST + " queued 1000 " + VISIT + " -");

        assertThat(board.view().position(FIRST)).contains(1);
        assertThat(board.view().position(SECOND)).contains(2);
        assertThat(board.view().chatsOf(ANNA)).isEmpty();
    }

    @Test
    void countsFromTheOldestInWhateverOrderTheStoreNamesThem() {
        signal(FIRST + " queued 1000 " + VISIT + " -");
        signal(SECOND + " queued 2000 " + VISIT + " -");

        var read = new BoardView(board.view().entries().reversed());

        assertThat(read.position(FIRST)).contains(1);
        assertThat(read.position(SECOND)).contains(2);
    }

    @Test
    void movesAChatFromTheQueueToItsOperator() {
        signal(FIRST + " queued 1000 " + VISIT + " -");
        signal(SECOND + " queued 2000 " + VISIT + " -");
        signal(FIRST + " active 1000 " + VISIT + " " + ANNA);

        assertThat(board.view().position(FIRST)).isEmpty();
        assertThat(board.view().position(SECOND)).contains(1);
        assertThat(board.view().chatsOf(ANNA))
                .extracting(DeskSignal.Moved::chat)
                .containsExactly(FIRST);

        signal(FIRST + " ended");
        assertThat(board.view().chatsOf(ANNA)).isEmpty();
    }

    @Test
    void tellsAtOnceAndAfterEachChange() {
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        watch((any, view) -> sizes.add(view.entries().size()));
        assertThat(sizes).containsExactly(0);

        signal(FIRST + " queued 1000 " + VISIT + " -");
        Awaitility.await().until(() -> sizes.getLast() == 1);
        board.drop(FIRST);
        Awaitility.await().until(() -> sizes.getLast() == 0);
    }

    @Test
    void doesNotTakeWhatWasReadBeforeASignal() {
        long version = board.version();
        List<DeskSignal.Moved> read = board.view().entries();
        signal(FIRST + " queued 1000 " + VISIT + " -");

        assertThat(board.replace(read, version)).isFalse();
        assertThat(board.view().position(FIRST)).contains(1);
        assertThat(board.replace(List.of(), board.version())).isTrue();
        assertThat(board.view().entries()).isEmpty();
    }

    @Test
    void tellsAgainWhatCouldNotBePassedOn() {
        var told = new AtomicInteger();
        watch((any, view) -> view.entries().isEmpty() || told.incrementAndGet() == 3);

        signal(FIRST + " queued 1000 " + VISIT + " -");

        Awaitility.await().until(() -> told.get() == 3);
    }

    @Test
    void tellsAgainAfterTheStoreWasAway() {
        var told = new AtomicInteger();
        watch((any, view) -> {
            if (!view.entries().isEmpty() && told.incrementAndGet() < 3) {
                throw new StoreUnavailableException(new IllegalStateException("away"));
            }
            return true;
        });

        signal(FIRST + " queued 1000 " + VISIT + " -");

        Awaitility.await().until(() -> told.get() == 3);
    }

    @Test
    void showsNoAddressOnceTheAccountRemovesIt() {
        var told = new AtomicInteger();
        watch((any, view) -> told.incrementAndGet() > 0);
        signal(FIRST + " queued 1000 " + VISIT + " -");
        assertThat(board.card(FIRST)).contains(CARD);
        Awaitility.await().until(() -> told.get() == 2);

        hidesAddresses.set(true);
        assertThat(board.card(FIRST)).contains(CARD.withoutAddress());
        board.forgetCards();

        Awaitility.await().until(() -> told.get() == 3);
        assertThat(board.card(FIRST)).contains(CARD.withoutAddress());
    }

    @Test
    void countsThoseWhoWaitAsItsViewDoes() {
        var random = new Random(5);
        List<ChatId> chats = IntStream.range(0, 10).mapToObj(i -> chat((char) ('0' + i))).toList();
        for (int i = 0; i < 500; i++) {
            ChatId chat = chats.get(random.nextInt(chats.size()));
            switch (random.nextInt(8)) {
                case 0 ->
                        board.replace(
                                board.view().entries().stream().skip(2).toList(), board.version());
                case 1, 2 -> signal(chat + " ended");
                case 3, 4 -> signal(chat + " active " + i + " " + VISIT + " " + ANNA);
                default -> signal(chat + " queued " + i + " " + VISIT + " -");
            }
            assertThat(board.waiting())
                    .isEqualTo(board.view().waiting())
                    .isEqualTo(
                            (int)
                                    IntStream.range(0, 10)
                                            .filter(at ->
                                                    board.view()
                                                            .position(chats.get(at))
                                                            .isPresent())
                                            .count());
        }
    }

    private void watch(Board.Listener listener) {
        board.audience().add(listener);
        board.audience().tell(listener);
    }

    private void signal(String text) {
        board.onSignal(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static ChatId chat(char unique) {
        return ChatId.of("c01-abcd-" + String.valueOf(unique).repeat(26));
    }
}
