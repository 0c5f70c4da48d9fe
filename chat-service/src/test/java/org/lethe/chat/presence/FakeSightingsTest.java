package org.lethe.chat.presence;

import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatChannels;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.FakeChatChannels;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;

class FakeSightingsTest extends SightingsContract {

    private final InMemory memory = new InMemory();

    @Override
    Sightings sightings(SightingTimes times) {
        return new FakeSightings(memory.store, memory.clock, times);
    }

    @Override
    ChatStore store() {
        return memory.store;
    }

    @Override
    ChatChannels channels() {
        return new FakeChatChannels(memory.bus);
    }

    @Override
    ChatId queued() {
        return memory.queued();
    }

    @Override
    void silence(ChatId chat) {
        memory.store.setSeenUntil(chat, memory.clock.instant());
    }

    @Override
    void begin(ChatId chat) {
        memory.store.beginEnding(chat, EndReason.OPERATOR);
    }
}
