package org.lethe.chat.conversation;

import org.lethe.chat.InMemory;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;

class FakeChatStoreTest extends ChatStoreContract {

    private final InMemory memory = new InMemory();

    @Override
    ChatStore store() {
        return memory.store;
    }

    @Override
    ChatId queued() {
        return memory.queued();
    }

    @Override
    void destroy(ChatId chat) {
        memory.store.destroy(chat);
    }

    @Override
    void markErasing(ChatId chat) {
        memory.store.markErasing(chat);
    }

    @Override
    void beginEnding(ChatId chat, EndReason reason) {
        memory.store.beginEnding(chat, reason);
    }

    @Override
    void finishEnding(ChatId chat) {
        memory.store.finishEnding(chat);
    }
}
