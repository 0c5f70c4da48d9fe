package org.lethe.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.contracts.id.ChatId;

/** What requests for chats ask of the board. */
class BoardsTest {

    private final InMemory memory = new InMemory();
    private final AtomicInteger reads = new AtomicInteger();
    private final Boards boards = TestDesk.boards(memory, countingReads(memory.store));

    @Test
    void countsThoseWhoWait() {
        ChatId first = memory.queued();
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
    void dropsABoardThatNobodyAskedForInAWhile() {
        Board.Listener listener = (_, _) -> true;
        boards.watch(InMemory.ACME, listener);
        boards.unwatch(InMemory.ACME, listener);

        boards.waiting(InMemory.ACME);

        assertThat(reads).as("the first was dropped with who watched it").hasValue(2);
        boards.compare();
        boards.waiting(InMemory.ACME);
        assertThat(reads).as("the second stays, and is compared").hasValue(3);
    }

    private ChatStore countingReads(ChatStore store) {
        return (ChatStore)
                Proxy.newProxyInstance(
                        BoardsTest.class.getClassLoader(),
                        new Class<?>[] {ChatStore.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("openChats")) {
                                reads.incrementAndGet();
                            }
                            return method.invoke(store, arguments);
                        });
    }
}
