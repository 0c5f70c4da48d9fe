package org.lethe.chat.conversation;

import org.lethe.chat.InMemory;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;

class FakeChatChannelsTest extends ChatChannelsContract {

    private final InMemory memory = new InMemory();
    private final FakeChatChannels channels = new FakeChatChannels(memory.bus);

    @Override
    ChatChannels channels() {
        return channels;
    }

    @Override
    ChatStore store() {
        return memory.store;
    }

    @Override
    ChatId queued() {
        return memory.queued();
    }

    @Override
    void end(ChatId chat, EndReason reason) {
        memory.store.beginEnding(chat, reason);
        memory.store.finishEnding(chat);
    }
}
