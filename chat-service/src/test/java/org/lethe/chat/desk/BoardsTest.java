package org.lethe.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.retention.RetentionSchedule;

/** What requests for chats ask of the board. */
class BoardsTest {

    private final InMemory memory = new InMemory();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();
    private final Boards boards = TestDesk.boards(memory, countingReads(memory.store), now::get);
    private Runnable whileReading = () -> {};

    @Test
    void countsThoseWhoWait() {
        ChatId first = memory.queued();
        memory.clock.advance(Duration.ofSeconds(1));
        ChatId second = memory.queued();

        assertThat(boards.waiting(InMemory.ACME)).isEqualTo(2);
        assertThat(boards.position(InMemory.ACME, first)).contains(1);
        assertThat(boards.position(InMemory.ACME, second)).contains(2);
    }

    @Test
    void hearsOfNewOnesWithoutReadingAllAgain() {
        assertThat(boards.waiting(InMemory.ACME)).isZero();

        ChatId chat = memory.queued();

        assertThat(boards.waiting(InMemory.ACME)).isEqualTo(1);
        assertThat(boards.position(InMemory.ACME, chat)).contains(1);
        assertThat(reads).hasValue(1);
    }

    @Test
    void takesOneThatItHasNotHeardOfForTheLast() {
        memory.queued();
        boards.waiting(InMemory.ACME);

        ChatId unheardOf = new InMemory().queued();

        assertThat(boards.position(InMemory.ACME, unheardOf)).contains(2);
    }

    @Test
    void takesOneThatWasAcceptedForNoneThatWaits() {
        ChatId accepted = memory.queued();
        boards.waiting(InMemory.ACME);

        memory.store.accept(accepted, InMemory.ACME, InMemory.ANNA, "bmFtZQ==");

        assertThat(boards.position(InMemory.ACME, accepted)).isEmpty();
    }

    @Test
    void readsTheStoreWhereTooMuchHappensToFillABoard() {
        memory.queued();
        whileReading = memory::queued;

        assertThat(boards.waiting(InMemory.ACME)).as("three attempts, and one more").isEqualTo(4);
    }

    @Test
    void dropsABoardThatNobodyAskedForInAWhile() {
        boards.waiting(InMemory.ACME);
        now.addAndGet(Duration.ofMinutes(1).toNanos() - 1);
        boards.compare();
        assertThat(reads).as("it is kept, and compared").hasValue(2);

        now.incrementAndGet();
        boards.compare();
        assertThat(reads).as("it is dropped").hasValue(2);
        memory.queued();

        assertThat(boards.waiting(InMemory.ACME)).isEqualTo(1);
        assertThat(reads).hasValue(3);
    }

    @Test
    void tellsThatNobodyCanSayWhatIsThereOnceTheStoreWasAwayForLong() {
        var unseen = new AtomicInteger();
        boards.watch(InMemory.ACME, watcher(unseen::incrementAndGet));
        whileReading = BoardsTest::away;
        now.addAndGet(RetentionSchedule.UNSEEN.toNanos());
        boards.compare();
        assertThat(unseen).hasValue(0);

        whileReading = () -> {};
        boards.compare();
        whileReading = BoardsTest::away;
        now.addAndGet(RetentionSchedule.UNSEEN.toNanos());
        boards.compare();
        assertThat(unseen).as("it was there meanwhile").hasValue(0);

        now.incrementAndGet();
        boards.compare();
        assertThat(unseen).hasValue(1);
    }

    private static void away() {
        throw new StoreUnavailableException(new IllegalStateException("as the test wants it"));
    }

    private static Board.Listener watcher(Runnable onUnseen) {
        return new Board.Listener() {
            @Override
            public boolean onBoard(Board board, BoardView view) {
                return true;
            }

            @Override
            public void onUnseen() {
                onUnseen.run();
            }
        };
    }

    private ChatStore countingReads(ChatStore store) {
        return (ChatStore)
                Proxy.newProxyInstance(
                        BoardsTest.class.getClassLoader(),
                        new Class<?>[] {ChatStore.class},
                        (_, method, arguments) -> {
                            Object answer = method.invoke(store, arguments);
                            if (method.getName().equals("openChats")) {
                                reads.incrementAndGet();
                                whileReading.run();
                            }
                            return answer;
                        });
    }
}
