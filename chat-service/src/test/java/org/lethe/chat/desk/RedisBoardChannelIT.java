package org.lethe.chat.desk;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.ending.RedisEnds;
import org.lethe.chat.visitor.RedisChats;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.stack.test.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisBoardChannelIT extends BoardChannelContract {

    @Inject BoardChannel channel;
    @Inject ChatStore store;
    @Inject RedisChats chats;
    @Inject RedisEnds ends;

    @AfterEach
    void clear() {
        chats.clear();
    }

    @Override
    BoardChannel channel() {
        return channel;
    }

    @Override
    ChatId queued() {
        return chats.queued(InMemory.ACME);
    }

    @Override
    void accept(ChatId chat) {
        store.accept(chat, InMemory.ACME, InMemory.ANNA, "bmFtZQ==");
    }

    @Override
    void end(ChatId chat, EndReason reason) {
        ends.begin(chat, reason);
        ends.finish(chat);
    }
}
