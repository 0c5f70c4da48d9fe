package org.lethe.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.live.TestLive;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.personal.MessageText;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.vault.Lookup;
import org.lethe.runtime.problem.Refusal;

/** How a console that has many chats takes its seats in them. */
class DeskSeatsTest {

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
    void joinsNoMoreThanSomeWhileTheConsoleHasNotReadWhatItWasSent() {
        List<ChatId> own = Stream.generate(this::chatWithMessages).limit(10).toList();
        var read = new Semaphore(DeskSeats.JOINED_AT_ONCE);
        var told = new AtomicInteger();
        DeskSeats seats = seats(_ -> told.incrementAndGet(), read::acquireUninterruptibly);

        CompletableFuture<Boolean> taken = CompletableFuture.supplyAsync(() -> seats.take(own));
        Awaitility.await().until(() -> told.get() == 3 * DeskSeats.JOINED_AT_ONCE);
        assertThat(taken).failsWithin(Duration.ofMillis(100));
        assertThat(told).hasValue(3 * DeskSeats.JOINED_AT_ONCE);
        read.release(own.size());

        assertThat(taken).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
        assertThat(told).hasValue(30);
    }

    @Test
    void triesAgainLaterWhereTheConsoleReadsNothing() {
        DeskSeats seats =
                seats(
                        _ -> {},
                        () -> {
                            throw new Refusal(ErrorCode.UNAVAILABLE);
                        });

        assertThat(seats.take(List.of(chatWithMessages()))).isFalse();
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
        return seats(messages, () -> {});
    }

    private DeskSeats seats(Consumer<DeskServerFrame.Message> messages, Runnable leaving) {
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
