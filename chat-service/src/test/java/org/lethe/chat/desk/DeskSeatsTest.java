package org.lethe.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.live.TestLive;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.personal.MessageText;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.vault.Lookup;

/** How a console that has many chats takes its seats in them. */
class DeskSeatsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final InMemory memory = new InMemory();

    @Test
    void joinsSeveralChatsAtATimeAndEachInItsOrder() {
        // Given a console that takes a message only when as many chats as can are being joined
        List<ChatId> own = Stream.generate(this::chatWithMessages).limit(40).toList();
        var together = new CountDownLatch(DeskSeats.JOINED_AT_ONCE);
        var joining = new AtomicInteger();
        var most = new AtomicInteger();
        ConcurrentMap<ChatId, List<Long>> told = new ConcurrentHashMap<>();

        // When
        boolean complete =
                seats(
                                message -> {
                                    most.accumulateAndGet(joining.incrementAndGet(), Math::max);
                                    together.countDown();
                                    await(together);
                                    told.computeIfAbsent(
                                                    message.chat(),
                                                    _ -> new CopyOnWriteArrayList<>())
                                            .add(message.seq());
                                    joining.decrementAndGet();
                                })
                        .take(own);

        // Then
        assertThat(complete).isTrue();
        assertThat(most).hasValue(DeskSeats.JOINED_AT_ONCE);
        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(own);
        assertThat(told.values()).allMatch(List.of(1L, 2L, 3L)::equals);
    }

    @Test
    void takesTheOthersAlsoBesideOneThatCannotBeReadAndSaysSo() {
        List<ChatId> own = Stream.generate(this::chatWithMessages).limit(40).toList();
        ChatId bad = own.getFirst();
        DeskSeats seats =
                seats(message -> {
                    if (message.chat().equals(bad)) {
                        throw new StoreUnavailableException(new IllegalStateException("away"));
                    }
                });

        assertThat(seats.take(own)).isFalse();

        assertThat(own)
                .filteredOn(chat -> memory.bus.listeners("chat:" + chat) == 0)
                .containsExactly(bad);
    }

    /** What a reader has not taken yet must not grow by all that a desk's chats hold. */
    @Test
    void joinsTheRestTheNextTimeWhereTheConsoleHasNotReadWhatItWasSent() {
        List<ChatId> own = Stream.generate(this::chatWithMessages).limit(10).toList();
        var read = new Semaphore(4);
        var told = new AtomicInteger();
        DeskSeats seats = seats(_ -> told.incrementAndGet(), _ -> read.tryAcquire());

        assertThat(seats.take(own)).isFalse();
        assertThat(told).hasValue(3 * 4);
        read.release(own.size());

        assertThat(seats.take(own)).isTrue();
        assertThat(told).hasValue(30);
    }

    /** The board has news for it, too. */
    @Test
    void waitsForTheConsoleForASecondInAll() {
        List<ChatId> own = Stream.generate(this::chatWithMessages).limit(10).toList();
        Queue<Duration> patience = new ConcurrentLinkedQueue<>();
        DeskSeats seats =
                seats(
                        _ -> {},
                        longest -> {
                            patience.add(longest);
                            return patience.size() > DeskSeats.JOINED_AT_ONCE;
                        });

        seats.take(own);

        assertThat(patience)
                .hasSize(own.size())
                .allSatisfy(longest -> assertThat(longest).isBetween(Duration.ZERO, SECOND));
    }

    @Test
    void joinsNothingMoreForAConsoleThatHasGone() {
        List<ChatId> own = Stream.generate(this::chatWithMessages).limit(10).toList();
        DeskSeats seats = seats(_ -> {});
        seats.leaveAll();

        assertThat(seats.take(own)).isTrue();
        assertThat(own).allMatch(chat -> memory.bus.listeners("chat:" + chat) == 0);
    }

    @Test
    void joinsNoChatTwice() {
        List<ChatId> own = Stream.generate(this::chatWithMessages).limit(3).toList();
        var told = new AtomicInteger();
        DeskSeats seats = seats(_ -> told.incrementAndGet());

        seats.take(own);
        assertThat(seats.take(own)).isTrue();

        assertThat(told).hasValue(9);
    }

    private DeskSeats seats(Consumer<DeskServerFrame.Message> messages) {
        return seats(messages, _ -> true);
    }

    private DeskSeats seats(
            Consumer<DeskServerFrame.Message> messages, Predicate<Duration> leaving) {
        return new DeskSeats(
                new Console(
                        "connection",
                        InMemory.operator(InMemory.ANNA, "Anna"),
                        frame -> {
                            if (frame instanceof DeskServerFrame.Message message) {
                                messages.accept(message);
                            }
                        },
                        leaving,
                        _ -> {},
                        Map.of()),
                TestLive.chats(memory));
    }

    private ChatId chatWithMessages() {
        ChatId chat = memory.queued();
        try (var seal = new ChatSeal(((Lookup.Open) memory.store.lookup(chat)).cipher())) {
            for (int i = 1; i <= 3; i++) {
                var id = ClientMessageId.of("message-%04d".formatted(i));
                var content = new MessageContent(null, MessageText.of("line " + i), null);
                memory.store.append(
                        chat, Author.VISITOR, id, seal.sealMessage(Author.VISITOR, id, content));
            }
        }
        return chat;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
