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
import org.lethe.stack.test.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisChatStoreIT extends ChatStoreContract {

    @Inject ChatStore store;
    @Inject RedisChats chats;
    @Inject RedisEnds ends;

    @AfterEach
    void clear() {
        chats.clear();
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
    void destroy(ChatId chat) {
        chats.destroy(chat);
    }

    @Override
    void markErasing(ChatId chat) {
        chats.markErasing(chat);
    }

    @Override
    void beginEnding(ChatId chat, EndReason reason) {
        ends.begin(chat, reason);
    }

    @Override
    void finishEnding(ChatId chat) {
        ends.finish(chat);
    }
}
