package org.lethe.chat.live;

import org.lethe.chat.conversation.FakeBus;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.signal.ChatSignal;

/** The channel of chats in memory. */
public final class FakeChatChannel implements ChatChannel {

    private final FakeBus bus;

    public FakeChatChannel(FakeBus bus) {
        this.bus = bus;
    }

    @Override
    public Subscription subscribe(ChatId chat, Receiver receiver) {
        return bus.listen(
                        "chat:" + chat,
                        signal -> ChatSignal.parse(signal).ifPresent(receiver::onSignal))
                ::run;
    }

    @Override
    public void typing(ChatId chat, Author author, boolean on) {
        bus.publish("chat:" + chat, new ChatSignal.Typing(author, on).bytes());
    }
}
