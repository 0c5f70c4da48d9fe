package org.lethe.chat.visitor;

import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.contracts.id.ChatId;

class FakeChatRequestsTest extends ChatRequestsContract {

    private final InMemory memory = new InMemory();
    private final FakeChatRequests requests = new FakeChatRequests(memory.store);

    @Override
    ChatRequests requests() {
        return requests;
    }

    @Override
    ChatStore store() {
        return memory.store;
    }

    @Override
    void markErasing(ChatId chat) {
        memory.store.markErasing(chat);
    }
}
