package org.lethe.chat.live;

import java.util.Map;
import org.lethe.chat.InMemory;
import org.lethe.chat.TestSettings;
import org.lethe.chat.conversation.ConversationSettings;
import org.lethe.chat.conversation.FakeChatChannels;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.retention.Lifetimes;

/** The chats of a replica for the tests of other packages. */
public final class TestLive {

    private TestLive() {}

    public static LiveChats chats(InMemory memory) {
        return chats(memory, Map.of());
    }

    public static LiveChats chats(InMemory memory, Map<String, String> limits) {
        return new LiveChats(
                memory.store,
                new FakeChatChannels(memory.bus),
                memory.clock,
                TestSettings.of(ConversationSettings.class),
                Lifetimes.standard(),
                TestSettings.of(LimitSettings.class, limits));
    }

    /** Somebody on another replica writes. */
    public static void typing(InMemory memory, ChatId chat, Author author) {
        new FakeChatChannels(memory.bus).typing(chat, author, true);
    }
}
