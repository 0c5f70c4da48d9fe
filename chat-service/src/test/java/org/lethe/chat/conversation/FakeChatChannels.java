package org.lethe.chat.conversation;

import org.lethe.contracts.chat.Author;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.signal.ChatSignal;
import org.lethe.privacy.redis.SignalListener;
import org.lethe.privacy.redis.Subscription;

/** The channels in memory. */
public final class FakeChatChannels implements ChatChannels {

    private final FakeBus bus;

    public FakeChatChannels(FakeBus bus) {
        this.bus = bus;
    }

    @Override
    public Subscription subscribe(ChatId chat, SignalListener listener) {
        return bus.listen("chat:" + chat, listener::onSignal)::run;
    }

    @Override
    public Subscription subscribe(AccountId account, SignalListener listener) {
        return bus.listen("desk:" + account, listener::onSignal)::run;
    }

    @Override
    public void typing(ChatId chat, Author author, boolean on) {
        bus.publish("chat:" + chat, new ChatSignal.Typing(author, on).bytes());
    }
}
