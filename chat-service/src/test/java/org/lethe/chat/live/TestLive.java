package org.lethe.chat.live;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import org.lethe.chat.InMemory;
import org.lethe.chat.TestSettings;
import org.lethe.chat.conversation.ConversationSettings;
import org.lethe.chat.conversation.FakeChatChannels;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.PersonName;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.Role;
import org.lethe.runtime.limit.TestLimits;

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
                TestLimits.of(limits));
    }

    /** Whose limits the visitor of a chat has. */
    public static Caller visitor(ChatId chat) {
        return new Caller.Participant(
                InMemory.ACME, chat, VisitId.mint("a0z9", new SecureRandom()));
    }

    /** Whose limits an operator has. */
    public static Caller operator(OperatorId operator) {
        return new Caller.Operator(
                InMemory.ACME, operator, PersonName.of("Anna"), Set.of(Role.OPERATOR));
    }

    /** What is done every five seconds. */
    public static void compare(LiveChats chats) {
        chats.dropVanished();
    }

    /** Somebody on another replica writes. */
    public static void typing(InMemory memory, ChatId chat, Author author) {
        new FakeChatChannels(memory.bus).typing(chat, author, true);
    }
}
