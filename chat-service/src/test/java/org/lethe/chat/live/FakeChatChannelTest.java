package org.lethe.chat.live;

import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.contracts.id.ChatId;

class FakeChatChannelTest extends ChatChannelContract {

    private final InMemory memory = new InMemory();
    private final FakeChatChannel channel = new FakeChatChannel(memory.bus);

    @Override
    ChatChannel channel() {
        return channel;
    }

    @Override
    ChatStore store() {
        return memory.store;
    }

    @Override
    ChatId queued() {
        return memory.queued();
    }
}
