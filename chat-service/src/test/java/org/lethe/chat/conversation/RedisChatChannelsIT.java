package org.lethe.chat.conversation;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.lethe.chat.InMemory;
import org.lethe.chat.ending.RedisEnds;
import org.lethe.chat.visitor.RedisChats;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisChatChannelsIT extends ChatChannelsContract {

    @Inject ChatChannels channels;
    @Inject ChatStore store;
    @Inject RedisChats chats;
    @Inject RedisEnds ends;

    @AfterEach
    void clear() {
        chats.clear();
    }

    @Override
    ChatChannels channels() {
        return channels;
    }

    @Override
    ChatStore store() {
        return store;
    }

    @Override
    ChatId queued() {
        return chats.queued(InMemory.ACME);
    }

    @Override
    void end(ChatId chat, EndReason reason) {
        ends.begin(chat, reason);
        ends.finish(chat);
    }
}
