package org.lethe.chat.desk;

import java.util.Map;
import java.util.function.LongSupplier;
import org.lethe.chat.InMemory;
import org.lethe.chat.TestSettings;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.FakeChatChannels;

/** Boards for the tests of other packages; they tell their news at once. */
public final class TestDesk {

    private TestDesk() {}

    public static Boards boards(InMemory memory) {
        return boards(memory, memory.store, System::nanoTime);
    }

    static Boards boards(InMemory memory, ChatStore store, LongSupplier clock) {
        return new Boards(
                store,
                new FakeChatChannels(memory.bus),
                TestSettings.of(
                        BoardSettings.class,
                        Map.of(
                                "lethe.chat.board.coalesce", "1ms",
                                "lethe.chat.board.repeat", "10ms")),
                memory.accounts,
                memory.clock,
                clock);
    }

    /** What is done every ten seconds. */
    public static void compare(Boards boards) {
        boards.compare();
    }
}
