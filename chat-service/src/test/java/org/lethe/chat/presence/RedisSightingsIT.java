package org.lethe.chat.presence;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatChannels;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.ending.RedisEnds;
import org.lethe.chat.visitor.RedisChats;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisSightingsIT extends SightingsContract {

    @Inject RedisStore redis;
    @Inject RedisChats chats;
    @Inject ChatStore store;
    @Inject ChatChannels channels;
    @Inject RedisEnds ends;

    @AfterEach
    void clear() {
        chats.clear();
    }

    @Override
    Sightings sightings(SightingTimes times) {
        return new RedisSightings(redis, times);
    }

    @Override
    ChatStore store() {
        return store;
    }

    @Override
    ChatChannels channels() {
        return channels;
    }

    @Override
    ChatId queued() {
        return chats.queuedOnSite(InMemory.ACME);
    }

    @Override
    void silence(ChatId chat) {
        chats.silence(chat);
    }

    @Override
    void begin(ChatId chat) {
        ends.begin(chat, EndReason.OPERATOR);
    }
}
