package org.lethe.chat.visitor;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.contracts.id.ChatId;
import org.lethe.stack.test.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisChatRequestsIT extends ChatRequestsContract {

    @Inject ChatRequests requests;
    @Inject ChatStore store;
    @Inject RedisChats chats;

    @Override
    ChatRequests requests() {
        return requests;
    }

    @Override
    ChatStore store() {
        return store;
    }

    @Override
    void markErasing(ChatId chat) {
        chats.markErasing(chat);
    }
}
