package org.lethe.chat.live;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.visitor.RedisChats;
import org.lethe.contracts.id.ChatId;
import org.lethe.stack.test.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisChatChannelIT extends ChatChannelContract {

    @Inject ChatChannel channel;
    @Inject ChatStore store;
    @Inject RedisChats chats;

    @AfterEach
    void clear() {
        chats.clear();
    }

    @Override
    ChatChannel channel() {
        return channel;
    }

    @Override
    ChatStore store() {
        return store;
    }

    @Override
    ChatId queued() {
        return chats.queued(InMemory.ACME);
    }
}
