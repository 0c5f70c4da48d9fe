package org.lethe.chat.live;

import org.lethe.chat.InMemory;
import org.lethe.chat.TestSettings;
import org.lethe.chat.conversation.ConversationSettings;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.retention.Lifetimes;

/** The chats of a replica for the tests of other packages. */
public final class TestLive {

    private TestLive() {}

    public static LiveChats chats(InMemory memory) {
        return new LiveChats(
                memory.store,
                new FakeChatChannel(memory.bus),
                memory.clock,
                TestSettings.of(ConversationSettings.class),
                Lifetimes.standard());
    }

    /** Somebody on another replica writes. */
    public static void typing(InMemory memory, ChatId chat, Author author) {
        new FakeChatChannel(memory.bus).typing(chat, author, true);
    }
}
