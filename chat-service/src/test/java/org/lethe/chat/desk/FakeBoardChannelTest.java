package org.lethe.chat.desk;

import org.lethe.chat.InMemory;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;

class FakeBoardChannelTest extends BoardChannelContract {

    private final InMemory memory = new InMemory();

    @Override
    BoardChannel channel() {
        return new FakeBoardChannel(memory.bus);
    }

    @Override
    ChatId queued() {
        return memory.queued();
    }

    @Override
    void accept(ChatId chat) {
        memory.store.accept(chat, InMemory.ACME, InMemory.ANNA, "bmFtZQ==");
    }

    @Override
    void end(ChatId chat, EndReason reason) {
        memory.store.beginEnding(chat, reason);
        memory.store.finishEnding(chat);
    }
}
